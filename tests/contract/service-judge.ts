import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { systemClock } from "#lib/base/clock.ts";
import { openSandboxFiles } from "#lib/sandbox/files.ts";
import { newTaskId } from "#lib/sandbox/ids.ts";
import { openSandboxDatabase } from "#lib/sandbox/open-sandbox-database.ts";
import { prepareJob } from "#lib/sandbox/prepare-job.ts";
import type { InputSource } from "#lib/sandbox/read-input.ts";
import { checkSubmission, readSubmission } from "#lib/sandbox/read-submission.ts";
import { ServiceError } from "#lib/sandbox/service-error.ts";
import { createSigner } from "#lib/sandbox/signing.ts";
import { ENDPOINTS, HEADERS } from "#lib/wanx/contract/endpoints.ts";

/** What the sandbox says of a body whose pictures are at hand by address: undefined, or the message that the call or its task ends with. */
export type Judge = (body: unknown, bytesOf: (address: string) => Promise<Uint8Array>) => Promise<string | undefined>;

/** The very functions that the sandbox's submission and its task call, one after the other, without rate limit, queue or rendering. */
export async function openJudge(): Promise<{ refusalOf: Judge; close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "backlot-judge-"));
  const db = await openSandboxDatabase(path.join(folder, "sandbox.sqlite"));
  const parts = { db, files: await openSandboxFiles(folder), signer: await createSigner(db) };

  return {
    async refusalOf(body, bytesOf) {
      const service: InputSource = {
        ...parts,
        inputFetch: async (address) => new Response(new Uint8Array(await bytesOf(String(address)))),
      };
      const request = new Request(`http://sandbox.internal${ENDPOINTS.submit}`, {
        method: "POST",
        headers: { "content-type": "application/json", [HEADERS.async]: "enable", [HEADERS.resolveOss]: "enable" },
        body: JSON.stringify(body),
      });
      try {
        const checked = checkSubmission(await readSubmission(request), request.headers);
        const task = {
          seq: 1,
          taskId: newTaskId(),
          requestId: "",
          account: "",
          model: checked.model,
          request: JSON.stringify(checked),
          total: checked.parameters?.n ?? 1,
          status: "RUNNING" as const,
          submittedAt: systemClock.now(),
          scheduledAt: null,
          endedAt: null,
          code: null,
          message: null,
          expiresAt: null,
          resultsExpireAt: null,
        };
        await prepareJob(service, task, new AbortController().signal);
        return undefined;
      } catch (error) {
        if (ServiceError.is(error)) return error.message;
        throw error;
      }
    },
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
