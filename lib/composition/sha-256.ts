/**
 * Lower-case hex SHA-256 of a text's UTF-8 (FIPS 180-4). By hand, because `crypto.subtle` exists only on secure origins, which a studio
 * on a team's own network is not, and because names are needed while one types, not a promise later. For names, not for secrets.
 */
export function sha256Hex(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  const hash = SQUARE_ROOTS.slice();
  const schedule = new Uint32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    schedule.set(words.subarray(block, block + 16));
    for (let index = 16; index < 64; index += 1) {
      const late = at(schedule, index - 2);
      const early = at(schedule, index - 15);
      const mixedLate = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
      const mixedEarly = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
      schedule[index] = mixedLate + at(schedule, index - 7) + mixedEarly + at(schedule, index - 16);
    }
    compress(hash, schedule);
  }
  return [...hash].map((word) => word.toString(16).padStart(8, "0")).join("");
}

function compress(hash: Uint32Array, schedule: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let round = 0; round < 64; round += 1) {
    const mixedE = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const choice = (e & f) ^ (~e & g);
    const one = (h + mixedE + choice + at(CUBE_ROOTS, round) + at(schedule, round)) | 0;
    const mixedA = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + mixedA + majority) | 0];
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) hash[index] = at(hash, index) + value;
}

/** The bytes, one bit, zeros, and the length in bits, as big-endian words in whole blocks of 16. */
function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil((bytes.length + 9) / 64) * 16);
  for (const [index, byte] of bytes.entries())
    words[index >> 2] = at(words, index >> 2) | (byte << (24 - 8 * (index & 3)));
  words[bytes.length >> 2] = at(words, bytes.length >> 2) | (0x80 << (24 - 8 * (bytes.length & 3)));
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

const rotated = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));
const at = (words: Uint32Array, index: number) => words[index] as number;

const PRIMES = Array.from({ length: 312 }, (_, number) => number).filter(
  (number) => number > 1 && Array.from({ length: number - 2 }, (_, index) => index + 2).every((part) => number % part),
);
/** First 32 bits of the fractions of roots of the first primes: 8 square roots to start from, 64 cube roots for the rounds. */
const fraction = (root: number) => (root - Math.floor(root)) * 2 ** 32;
const SQUARE_ROOTS = Uint32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
const CUBE_ROOTS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
