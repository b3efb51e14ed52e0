/** Runs one command and returns the exit code: 0 ok, 1 findings of level error, 2 usage or unreadable input. */
export async function main(argv: readonly string[]): Promise<number> {
  console.error(argv.length)
  return 2
}
