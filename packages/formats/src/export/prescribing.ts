// What core says of prescribed sessions, gathered at one place for the exports until core's reading list names them.
// oxlint-disable-next-line no-restricted-imports
export {
  prescriber,
  // @ts-expect-error TS2878: core's reading list does not name them yet
} from '../../../core/src/season/prescribe-session.ts'
