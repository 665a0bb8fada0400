import { createHash } from "node:crypto";
import type { z } from "zod";
import { IDEMPOTENCY_KEY_HEADER, REPLAYED_HEADER } from "#lib/api/idempotency-headers.ts";
import { idempotencyKeySchema } from "#lib/api/idempotency-key.ts";
import type { Operation, OperationAnswer } from "#lib/api/operation.ts";
import { errorsOf } from "#lib/api/operation-errors.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { Container } from "./create-container.ts";
import type { Remember } from "./idempotency.ts";
import { codeOf } from "./problem-answer.ts";
import { parse, readBytes, readJson } from "./read-body.ts";
import type { RouteHandler } from "./route.ts";

/** `/api/projects/{projectId}` → `{ projectId: string }`. */
type PathParams<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { [Key in Name]: string } & PathParams<Rest>
  : unknown;

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type BodyOf<Body> = Body extends { kind: "json"; schema: infer Schema }
  ? Read<Schema>
  : Body extends { kind: "file" }
    ? Uint8Array
    : undefined;
/** What is made; a file and a stream come as the whole response, because their headers are part of them. */
type Made<Answer extends OperationAnswer> = Answer extends { kind: "json"; schema: z.ZodType }
  ? z.output<Answer["schema"]>
  : Answer extends { kind: "nothing" }
    ? unknown
    : Response;

/** A request as its operation declares it, read and checked. */
export interface Call<Declared extends Operation> {
  request: Request;
  container: Container;
  params: PathParams<Declared["path"]>;
  query: Read<Declared["query"]>;
  headers: Read<Declared["headers"]>;
  body: BodyOf<Declared["body"]>;
  /** For what is made in a transaction: called in it, the answer is kept under the caller's key with it. Nothing without a key. */
  remember: Remember<Made<Declared["answer"]>>;
}

/**
 * The handler of a declared operation: reads what the declaration says, calls, answers with the declared status. For an operation
 * that `creates`, a request under an `Idempotency-Key` has one effect and, repeated, the same answer.
 *
 * An error that the declaration does not name is logged: the reference would be wrong about it.
 */
export function answer<const Declared extends Operation>(
  operation: Declared,
  handle: (call: Call<Declared>) => Promise<Made<Declared["answer"]>>,
): RouteHandler<PathParams<Declared["path"]>> {
  const errors = errorsOf(operation);

  return async ({ request, params, container }) => {
    try {
      const input = await readInput(operation, request);
      const make = (remember: Remember<unknown>) =>
        handle({ request, params, container, ...input, remember } as Call<Declared>);
      if (input.key === undefined) return respond(operation.answer, await make(async () => undefined));

      const bodySha256 = fingerprint(params, input.query, input.body);
      const { made, isReplay } = await container.idempotency.once(
        { scope: operation.id, key: input.key, bodySha256 },
        make,
      );
      const response = respond(operation.answer, made);
      if (isReplay) response.headers.set(REPLAYED_HEADER, "true");
      return response;
    } catch (error) {
      const code = codeOf(error);
      if (!errors.includes(code)) container.log.error({ operation: operation.id, code }, "undeclared error");
      throw error;
    }
  };
}

async function readInput({ query, headers, body, creates }: Operation, request: Request) {
  const search = new URL(request.url).searchParams;
  const key = creates && request.headers.get(IDEMPOTENCY_KEY_HEADER);
  return {
    query: query && readEach(query, (name) => search.get(name)),
    headers: headers && readEach(headers, (name) => request.headers.get(name)),
    key: typeof key === "string" ? parse(key, idempotencyKeySchema, IDEMPOTENCY_KEY_HEADER) : undefined,
    body: body && (await readBody(body, request)),
  };
}

function readEach(schema: z.ZodObject, read: (name: string) => string | null): unknown {
  return parse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, read(name) ?? undefined])), schema);
}

async function readBody(body: NonNullable<Operation["body"]>, request: Request): Promise<unknown> {
  if (body.kind === "json") return readJson(request, body.schema);
  const { limitMegabytes } = body;
  const tooLarge = () => new BacklotError("upload/too-large", { limitMegabytes });
  return readBytes(request, limitMegabytes * 1024 * 1024, tooLarge);
}

/** JSON counts by what it says, not by how it is written; a file by its bytes. */
function fingerprint(params: unknown, query: unknown, body: unknown): string {
  const hash = createHash("sha256");
  if (body instanceof Uint8Array) hash.update(JSON.stringify([params, query])).update(body);
  else hash.update(JSON.stringify([params, query, body]));
  return hash.digest("hex");
}

function respond(answer: OperationAnswer, made: unknown): Response {
  switch (answer.kind) {
    case "json": {
      const location = answer.location?.replace(
        /\{(\w+)\}/g,
        (_, field) => (made as Record<string, string>)[field] ?? "",
      );
      return Response.json(made, { status: answer.status, headers: location === undefined ? {} : { location } });
    }
    case "nothing":
      return new Response(null, { status: answer.status });
    case "file":
    case "events":
      return made as Response;
  }
}
