/** The names of the values an ICU message takes, sorted; inside plural and select branches too, each once. */
export function placeholdersOf(message: string): string[] {
  const names = new Set<string>();
  for (const [, name] of message.matchAll(/\{\s*([A-Za-z][A-Za-z0-9]*)\s*(?=[,}])/g)) {
    if (name !== undefined && !isBranchText(message, name)) names.add(name);
  }
  return [...names].sort();
}

/** `one {picture}`: a one-word branch looks like a placeholder, but has its branch name in front. */
function isBranchText(message: string, name: string): boolean {
  return new RegExp(`(?:zero|one|two|few|many|other|=\\d+)\\s*\\{\\s*${name}\\s*\\}`).test(message);
}
