import { readFileSync, writeFileSync } from 'node:fs'
import { buildParserFile } from '@lezer/generator'

const EDITOR = new URL('../../apps/web/src/editor/', import.meta.url)
export const PARSER_FILE = new URL('notation-parser.ts', EDITOR)
export const TERMS_FILE = new URL('notation-terms.ts', EDITOR)

const HEAD = '// Made from notation.grammar by tests/web/make-notation-parser.ts: change the grammar, then run that.\n'

/** The parser's tables and the numbers of its terms, as the grammar has them now. */
export const makeNotationParser = (): { readonly parser: string; readonly terms: string } => {
  const grammar = readFileSync(new URL('notation.grammar', EDITOR), 'utf8')
  const { parser, terms } = buildParserFile(grammar, {
    fileName: 'notation.grammar',
    typeScript: true,
    includeNames: false,
  })
  return { parser: HEAD + withoutHead(parser), terms: HEAD + withoutHead(terms) }
}

const withoutHead = (text: string): string => text.replace(/^\/\/.*\n/, '')

if (import.meta.main) {
  const { parser, terms } = makeNotationParser()
  writeFileSync(PARSER_FILE, parser)
  writeFileSync(TERMS_FILE, terms)
}
