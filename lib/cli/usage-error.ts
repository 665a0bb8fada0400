import type { command } from "#lib/i18n/messages/en/command.ts";

export type UsageProblem = Exclude<keyof typeof command.usage, "seeHelp">;

/** The command was called in a way that cannot work; nothing has happened yet. */
export class UsageError extends Error {
  readonly problem: UsageProblem;
  readonly values: Readonly<Record<string, string>>;

  constructor(problem: UsageProblem, values: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(`${problem} ${JSON.stringify(values)}`, options);
    this.name = "UsageError";
    this.problem = problem;
    this.values = values;
  }
}

/** `ENOENT` and the like, which every language shares; else what the error says. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
