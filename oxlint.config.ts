import { defineConfig, type OxlintOverride } from 'oxlint'
import { CORE_ROOMS, PACKAGES } from './arrows.ts'

const rooms = Object.keys(CORE_ROOMS)

/** What may not be reached from inside a package: other packages' insides, and packages that its row does not name. */
const packageBans = (allowed: readonly string[]) => [
  { group: ['@bell-lap/*/*'], message: 'Import from the package itself: no deep imports.' },
  { group: ['@bell-lap/*', ...allowed.map((name) => `!${name}`)], message: 'This arrow is not in arrows.ts.' },
  { group: ['**/src/**'], message: 'Import a package by its name.' },
]

const roomOverride = (room: string): OxlintOverride => {
  const closed = rooms.filter((other) => other !== room && !CORE_ROOMS[room]?.includes(other))
  const groups =
    closed.length > 0
      ? [
          {
            group: closed.map((other) => `**/../${other}/**`),
            message: `core/${room} may not know this room: see arrows.ts.`,
          },
        ]
      : []
  return {
    files: [`packages/core/src/${room}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns: [...packageBans([]), ...groups] }] },
  }
}

const packageOverride = ([folder, allowed]: [string, readonly string[]]): OxlintOverride => ({
  files: [`${folder}/src/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': ['error', { patterns: packageBans(allowed), paths: [...(TYPES_ONLY[folder] ?? [])] }],
  },
})

/** Apps never run one another's code: types excepted. */
const TYPES_ONLY: {
  readonly [folder: string]: readonly { name: string; allowTypeImports: boolean; message: string }[]
} = {
  'apps/web': [
    { name: '@bell-lap/server', allowTypeImports: true, message: 'The web knows the types of the server alone.' },
  ],
}

const noClock = [
  { object: 'Math', property: 'random', message: 'Randomness is an argument.' },
  { object: 'Temporal', property: 'Now', message: 'Today is an argument.' },
  { object: 'crypto', property: 'randomUUID', message: 'Ids are arguments.' },
]

const noSurroundings = [
  { name: 'Date', message: 'Today is an argument; days are civil dates.' },
  { name: 'process', message: 'The sport and the formats know no machine.' },
  { name: 'fetch', message: 'The sport and the formats know no network.' },
]

export default defineConfig({
  options: { typeAware: true },
  plugins: ['typescript', 'import', 'unicorn', 'oxc'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['dist', 'dist-types', 'node_modules', '.cache', 'docs'],
  rules: {
    'import/no-cycle': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-non-null-assertion': 'error',
    'no-shadow': 'off',
    'no-control-regex': 'off',
    'no-unmodified-loop-condition': 'off',
    'import/no-named-as-default-member': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
  },
  overrides: [
    {
      // Brands are put on where quantities and days are made, and nowhere else; tests may plant what no parser would give.
      files: ['packages/core/src/{units,calendar}/**/*.ts', '**/*.test.ts', '**/*.arbitrary.ts'],
      rules: { 'typescript/no-unsafe-type-assertion': 'off' },
    },
    ...Object.entries(PACKAGES).map(packageOverride),
    {
      // The interface: what a keyboard and a screen reader need is checked before any browser runs.
      files: ['apps/web/src/**/*.{ts,tsx}'],
      plugins: ['typescript', 'import', 'unicorn', 'oxc', 'react', 'jsx-a11y'],
      rules: {
        'react/react-in-jsx-scope': 'off',
        'react/rules-of-hooks': 'error',
        'react/exhaustive-deps': 'error',
        'import/no-unassigned-import': ['error', { allow: ['**/*.css', '@fontsource-variable/**'] }],
      },
    },
    ...rooms.map(roomOverride),
    {
      files: ['packages/core/src/**/*.ts', 'packages/formats/src/**/*.ts'],
      excludeFiles: ['**/*.test.ts'],
      rules: {
        'no-restricted-properties': ['error', ...noClock],
        'no-restricted-globals': ['error', ...noSurroundings],
      },
    },
  ],
})
