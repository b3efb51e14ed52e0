import type { CAPS } from '../../packages/formats/src/export/caps.ts'

/** The limits of all targets as the table of docs/exports.md. */
export const capsTable = (caps: typeof CAPS): string =>
  [
    '| target | what | limit | how sure | source | beyond it |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.entries(caps).flatMap(([target, list]) =>
      list.map(
        ({ what, limit, standing, source, beyond }) =>
          `| ${target} | ${what} | ${limit} | ${standing} | ${source} | ${beyond} |`,
      ),
    ),
  ].join('\n')
