import { createHmac } from "node:crypto";
import { inspect } from "node:util";

const REDACTED = "[redacted]";
/** The characters of a bearer token (RFC 6750, 2.1); another one would fail only when the first call is made, in its header. */
const KEY = /^sk-[\w.~+/-]+=*$/;

/**
 * The key that pays. However it is written, logged, copied or spread it says `[redacted]` or nothing at all; the value is a private
 * field, and `authorization` is the one door to it (a test reads the sources for who goes through).
 */
export class ApiKey {
  readonly #value: string;

  /** Throws a plain Error, without the text, for what is no key. */
  constructor(value: string) {
    if (!KEY.test(value)) throw new Error("a key starts with sk- and has only letters, digits and -._~+/");
    this.#value = value;
  }

  /** What the `Authorization` header says. */
  authorization(): string {
    return `Bearer ${this.#value}`;
  }

  /** The text without the key in it, for words that others wrote. */
  redact(text: string): string {
    return text.replaceAll(this.#value, REDACTED);
  }

  /** 64 hex digits that belong to `purpose` and this key, and lead back to neither. */
  derive(purpose: string): string {
    return createHmac("sha256", this.#value).update(purpose).digest("hex");
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [Symbol.toPrimitive](): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}
