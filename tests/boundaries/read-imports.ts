import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseAst } from "rolldown/parseAst";

export interface Import {
  /** Both from the root, with forward slashes; `to` is a package name where it is not one of our files. */
  from: string;
  to: string;
}

/** Every module under the given folders, tests apart: a test may reach for what it judges. */
export function sourceFiles(root: string): string[] {
  return globSync("{app,components,lib}/**/*.{ts,tsx,mjs}", { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/\.test\.tsx?$/.test(file));
}

/** Static, dynamic, re-exported and type-only imports, and files named by `new URL("…", import.meta.url)` (workers). */
export function importsOf(root: string, file: string): Import[] {
  const source = readFileSync(path.join(root, file), "utf8");
  const lang = file.endsWith(".tsx") ? "tsx" : file.endsWith(".mjs") ? "js" : "ts";
  const specifiers: string[] = [];
  visit(parseAst(source, { lang }, file), (node) => {
    const literal = specifierOf(node);
    if (literal !== undefined) specifiers.push(literal);
  });
  return specifiers.map((specifier) => ({ from: file, to: resolve(root, file, specifier) }));
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case "ImportDeclaration":
    case "ImportExpression":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return textOf(node.source);
    case "TSImportType":
      return textOf(node.source) ?? textOf((node.argument as Node | undefined)?.literal);
    case "NewExpression": {
      const [first, second] = (node.arguments ?? []) as Node[];
      const isUrl = (node.callee as Node).name === "URL" && second !== undefined;
      const text = textOf(first);
      return isUrl && text?.startsWith(".") && /\.(ts|mjs)$/.test(text) ? text : undefined;
    }
    default:
      return undefined;
  }
}

interface Node {
  type: string;
  [key: string]: unknown;
}

function textOf(value: unknown): string | undefined {
  const literal = value as { value?: unknown } | null | undefined;
  return typeof literal?.value === "string" ? literal.value : undefined;
}

function visit(value: unknown, onNode: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, onNode);
  } else if (typeof value === "object" && value !== null) {
    if (typeof (value as Node).type === "string") onNode(value as Node);
    for (const item of Object.values(value)) visit(item, onNode);
  }
}

function resolve(root: string, file: string, specifier: string): string {
  const alias = /^#(lib|components|tests)\//.test(specifier) ? specifier.slice(1) : undefined;
  const local = alias ?? (specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : undefined);
  if (local === undefined) return specifier;
  return existsSync(path.join(root, local)) ? local : `missing:${local}`;
}
