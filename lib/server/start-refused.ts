/** Why the studio will not start, in one line for the person at the terminal: printed without a stack trace, exit status 1. */
export class StartRefused extends Error {
  constructor(line: string, options?: ErrorOptions) {
    super(line, options);
    this.name = "StartRefused";
  }
}
