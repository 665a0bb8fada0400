import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonReading, rangeOfField, readJson } from "./json-text.ts";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return "no JSON";
  }
}

const valueIn = (reading: JsonReading) => (reading.ok ? reading.json.value : "no JSON");

/** JSON with something struck out, put in or cut off: what a text is while somebody types it. */
const anyTyping = fc
  .tuple(
    fc.json({ stringUnit: "binary" }),
    fc.nat(),
    fc.nat({ max: 3 }),
    fc.constantFrom(
      "",
      ",",
      '"',
      "\\",
      "}",
      "]",
      ":",
      "-",
      "0",
      "e",
      " ",
      "\n",
      "\t",
      "u",
      "{",
      "[",
      "\u0001",
      "\u007f",
      "\u0085",
      "1.",
      "nul",
    ),
  )
  .map(([text, place, gone, put]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + put + text.slice(at + gone);
  });

describe("readJson", () => {
  test("takes what JSON.parse takes, refuses what it refuses, and says where", () => {
    fc.assert(
      fc.property(anyTyping, (text) => {
        const reading = readJson(text);
        expect(valueIn(reading)).toEqual(parsed(text));
        if (!reading.ok) expect(reading.at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 3000 },
    );
  });

  test("knows where every value stands", () => {
    const anyName = fc.stringMatching(/^[a-z_]{1,8}$/);
    const anyTree = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(anyName, tie("tree"), { maxKeys: 3 }),
      ),
    })).tree;
    fc.assert(
      fc.property(anyTree, fc.constantFrom(0, 2), (tree, indent) => {
        const text = ` ${JSON.stringify(tree, null, indent)}\n`;
        const reading = readJson(text);
        if (!reading.ok) throw new Error(reading.reason);
        for (const [field, { value }] of reading.json.fields) {
          const path = field.split(/[.[\]]/).filter((part) => part !== "");
          const wanted = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], tree);
          expect(JSON.parse(text.slice(value.from, value.to))).toEqual(wanted);
        }
      }),
    );
  });

  test.each([
    ["", "nothing", 0],
    ['{"n": }', "value", 6],
    ['{"n": 01}', "comma", 7],
    ['{"n" 1}', "colon", 5],
    ["{n: 1}", "name", 1],
    ['{"n": 1 "m": 2}', "comma", 8],
    ['{"n": 1,}', "last-comma", 7],
    ["[1, 2,\n]", "last-comma", 5],
    ['{"n": "open\n}', "unclosed-text", 6],
    ['{"n": "\\q"}', "text", 10],
    ['{"n": [1, 2', "unclosed-list", 6],
    ['{"n": 1', "unclosed-object", 0],
    ["{} {}", "more", 3],
    ["[".repeat(300), "depth", 201],
  ])("says of %j what is wrong and where", (text, reason, at) => {
    expect(readJson(text)).toEqual({ ok: false, reason, at });
  });

  test("names what stands twice", () => {
    const reading = readJson('{"input": {"n": 1, "n": 2}, "n": 3}');
    expect(reading.ok && reading.json.repeated).toEqual([{ field: "input.n", name: { from: 19, to: 22 } }]);
  });
});

describe("rangeOfField", () => {
  const text = '{"input": {"edges": ["a", "b"]}, "n": 3}';
  const shown = (field: string) => {
    const reading = readJson(text);
    if (!reading.ok) throw new Error(reading.reason);
    const { from, to } = rangeOfField(reading.json, field);
    return text.slice(from, to);
  };

  test("is the value, or the name of what should hold it", () => {
    expect(shown("n")).toBe("3");
    expect(shown("input.edges[1]")).toBe('"b"');
    expect(shown("input.edges[7]")).toBe('"edges"');
    expect(shown("input.base_image_url")).toBe('"input"');
    expect(shown("input.none.deep[3]")).toBe('"input"');
    expect(shown("parameters.n")).toBe("{");
    expect(shown("model")).toBe("{");
  });
});
