import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Executor } from "./sandbox-schema.ts";

const SECRET = "signing";

/** Base64 HMACs with a secret that only this data folder knows. */
export interface Signer {
  sign(text: string): string;
  isSigned(text: string, signature: string): boolean;
  /** 32 hex digits that belong to `text` and cannot be guessed from it. */
  fingerprint(text: string): string;
  /** Base64url that only `open` can read, and nobody can change. */
  seal(text: string): string;
  /** Undefined for what was not sealed here. */
  open(sealed: string): string | undefined;
}

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The secret is made at the first start and kept, so that addresses stay valid over a restart. */
export async function createSigner(db: Executor): Promise<Signer> {
  await db
    .insertInto("secrets")
    .values({ name: SECRET, value: randomBytes(32).toString("hex") })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db.selectFrom("secrets").select("value").where("name", "=", SECRET).executeTakeFirstOrThrow();
  return signerOf(Buffer.from(value, "hex"));
}

export function signerOf(secret: Buffer): Signer {
  const digest = (text: string) => createHmac("sha256", secret).update(text).digest();
  return {
    sign: (text) => digest(text).toString("base64"),
    isSigned(text, signature) {
      const given = Buffer.from(signature, "base64");
      const right = digest(text);
      return given.length === right.length && timingSafeEqual(given, right);
    },
    fingerprint: (text) => digest(`fingerprint\n${text}`).toString("hex").slice(0, 32),
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, digest("seal"), nonce);
      const sealed = [cipher.update(text), cipher.final()];
      return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString("base64url");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
      const opener = createDecipheriv(CIPHER, digest("seal"), bytes.subarray(0, NONCE_BYTES));
      opener.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([opener.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), opener.final()]).toString();
      } catch {
        return undefined;
      }
    },
  };
}
