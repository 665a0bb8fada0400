/** Characters of a text: `from` is the first, `to` the one behind the last. */
export interface TextRange {
  from: number;
  to: number;
}

export interface JsonField {
  value: TextRange;
  /** The name in quotes; undefined for the whole and for the entries of a list. */
  name?: TextRange;
}

export interface JsonText {
  value: unknown;
  /** By dotted name, `input.reference_edge.foreground_edge[0]`; the whole is `""`. */
  fields: ReadonlyMap<string, JsonField>;
  /** Names that stand twice in one object: JSON takes the last. */
  repeated: readonly { field: string; name: TextRange }[];
}

/** Why a text is no JSON, in the order of what one mistypes. The words are in the messages under `recipe.syntax`. */
export type JsonFaultReason =
  | "nothing"
  | "value"
  | "name"
  | "colon"
  | "comma"
  | "last-comma"
  | "unclosed-text"
  | "unclosed-list"
  | "unclosed-object"
  | "text"
  | "more"
  | "depth";

/** Thrown while reading, caught below. */
class JsonFault extends Error {
  readonly reason: JsonFaultReason;
  readonly at: number;

  constructor(reason: JsonFaultReason, at: number) {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

export type JsonReading = { ok: true; json: JsonText } | { ok: false; reason: JsonFaultReason; at: number };

const MAX_DEPTH = 200;
const TEXT = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\u007f-\u009f])*"/uy;
/** As `TEXT`, but with escapes and characters that JSON does not have. */
const ANY_TEXT = /"(?:[^"\\\n]|\\[^\n])*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

/** Takes exactly what `JSON.parse` takes (up to 200 levels deep), and knows where everything stands or what is wrong where. */
export function readJson(text: string): JsonReading {
  const fields = new Map<string, JsonField>();
  const repeated: { field: string; name: TextRange }[] = [];
  let at = 0;

  const match = (pattern: RegExp): TextRange | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return undefined;
    const from = at;
    at += found[0].length;
    return { from, to: at };
  };
  const skipSpace = () => match(SPACE);
  const isNext = (sign: string) => text.startsWith(sign, at);
  const take = (sign: string) => {
    if (!isNext(sign)) return false;
    at += sign.length;
    skipSpace();
    return true;
  };

  function readText(): TextRange | undefined {
    const range = match(TEXT);
    if (range || !isNext('"')) return range;
    throw new JsonFault(match(ANY_TEXT) ? "text" : "unclosed-text", at);
  }

  function readValue(field: string, depth: number, name?: TextRange): void {
    if (depth > MAX_DEPTH) throw new JsonFault("depth", at);
    const from = at;
    if (take("{")) readEntries(field, depth, from);
    else if (take("[")) readList(field, depth, from);
    else if (!readText() && !match(SCALAR)) throw new JsonFault("value", at);
    fields.set(field, { value: { from, to: at }, ...(name && { name }) });
    skipSpace();
  }

  function readEntries(parent: string, depth: number, start: number): void {
    const names = new Set<string>();
    while (!isNext("}")) {
      if (at >= text.length) throw new JsonFault("unclosed-object", start);
      const name = readText();
      if (!name) throw new JsonFault("name", at);
      skipSpace();
      if (!take(":")) throw new JsonFault("colon", at);
      const key: string = JSON.parse(text.slice(name.from, name.to));
      const field = parent === "" ? key : `${parent}.${key}`;
      if (names.has(key)) repeated.push({ field, name });
      names.add(key);
      readValue(field, depth + 1, name);
      readComma("}", "unclosed-object", start);
    }
    at += 1;
  }

  function readList(parent: string, depth: number, start: number): void {
    for (let index = 0; !isNext("]"); index += 1) {
      if (at >= text.length) throw new JsonFault("unclosed-list", start);
      readValue(`${parent}[${index}]`, depth + 1);
      readComma("]", "unclosed-list", start);
    }
    at += 1;
  }

  function readComma(end: "}" | "]", unclosed: JsonFaultReason, start: number): void {
    const comma = at;
    if (take(",")) {
      if (isNext(end)) throw new JsonFault("last-comma", comma);
    } else if (at >= text.length) throw new JsonFault(unclosed, start);
    else if (!isNext(end)) throw new JsonFault("comma", at);
  }

  try {
    skipSpace();
    if (at >= text.length) throw new JsonFault("nothing", 0);
    readValue("", 0);
    if (at < text.length) throw new JsonFault("more", at);
  } catch (error) {
    if (error instanceof JsonFault) return { ok: false, reason: error.reason, at: error.at };
    throw error;
  }
  return { ok: true, json: { value: JSON.parse(text), fields, repeated } };
}

/** Where a field stands; where it is missing, the name of the nearest object or list around it, or the sign that opens the whole. */
export function rangeOfField(json: JsonText, field: string): TextRange {
  const found = json.fields.get(field);
  if (found) return found.value;
  const parent = field.slice(0, Math.max(0, field.lastIndexOf("."), field.lastIndexOf("[")));
  const around = json.fields.get(parent);
  if (parent !== "" && !around) return rangeOfField(json, parent);
  const from = around?.value.from ?? 0;
  return around?.name ?? { from, to: from + 1 };
}
