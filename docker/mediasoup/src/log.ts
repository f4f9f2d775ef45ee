/** One line on the standard error; the standard output says only where the service listens. */
export function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What went wrong, without a stack trace. */
export function reason(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}
