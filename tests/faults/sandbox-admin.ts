/** The calls beside the contract that `npm run sandbox` answers to whoever tests a client against it. */
export interface SandboxAdmin {
  /** Holds until the next plan; answers it with its counts. */
  plan(rules: object[], seed?: number): Promise<{ rules: { reached: number; taken: number }[] }>;
  /** The plan with what has become of it so far. */
  counts(): Promise<{ rules: { reached: number; taken: number }[] }>;
  clear(): Promise<void>;
  /** Everything that has happened, oldest first. */
  ledger(): Promise<LedgerLine[]>;
}

/** `at` is epoch ms; the other fields depend on the event. */
export interface LedgerLine extends Record<string, unknown> {
  seq: number;
  at: number;
  event: string;
}

/** `baseUrl` is the contract's: `http://127.0.0.1:port/api/v1`. */
export function sandboxAdmin(baseUrl: string): SandboxAdmin {
  const ask = async (method: string, path: string, body?: string) => {
    const response = await fetch(new URL(path, baseUrl), { method, body });
    if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return response;
  };
  return {
    plan: async (rules, seed = 1) => (await ask("PUT", "/sandbox/faults", JSON.stringify({ seed, rules }))).json(),
    counts: async () => (await ask("GET", "/sandbox/faults")).json(),
    clear: async () => void (await ask("DELETE", "/sandbox/faults")),
    async ledger() {
      const text = await (await ask("GET", "/sandbox/ledger")).text();
      return text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
  };
}
