/** What a thing is made of, where the prompt says so. */
export type Material = "ceramic" | "plastic" | "ice" | "glass" | "metal" | "marble" | "stone" | "wood" | "fabric";

/** In the order of precedence: a "glass lightbulb on wood" is glass. Gold alone is a colour ("golden retriever"). */
const MATERIALS: readonly (readonly [Material, RegExp])[] = [
  ["ceramic", /陶瓷|白瓷|青瓷|瓷器|瓷质|\b(?:ceramic|porcelain|glazed)\b/],
  ["plastic", /塑料|亚克力|树脂|橡胶|气球|果冻|\b(?:plastic|acrylic|resin|vinyl|rubber|balloons?|jelly)\b/],
  ["ice", /冰(?!淇淋|激凌)|\b(?:ice(?! cream)|icy|frozen)\b/],
  ["glass", /玻璃|水晶|琉璃|透明|\b(?:glass|crystal|transparent)\b/],
  [
    "metal",
    /金属|铜|钢|铁艺|铝|铬|银色|银质|纯银|白银|银饰|银器|金箔|烫金|镀金|\b(?:metal|metallic|brass|bronze|copper|steel|chrome|silver|gilded|gold foil|rose gold)\b/,
  ],
  ["marble", /大理石|云石|\b(?:marble|carrara)\b/],
  [
    "fabric",
    /丝绸|绸|缎|布料|布艺|丝绒|天鹅绒|亚麻|棉布|针织|毛毡|窗帘|围巾|织物|\b(?:silk|satin|velvet|linen|cotton|cloth|fabric|drapes?|draped|knitted|felt|curtains?|scarf|textile)\b/,
  ],
  ["wood", /木质|木头|木制|原木|实木|木雕|竹|\b(?:wood|wooden|timber|bamboo|oak|walnut|teak)\b/],
  ["stone", /石头|岩石|石雕|石材|混凝土|水泥|\b(?:stone|rock|concrete|granite)\b/],
];

const METALS = [
  [/黄铜|brass/, [0.76, 0.105, 92]],
  [/青铜|古铜|bronze/, [0.56, 0.085, 68]],
  [/铜|copper|rose gold|玫瑰金/, [0.68, 0.105, 45]],
  [/金(?!属)|gold|gilded/, [0.8, 0.125, 85]],
] as const;

const plain = (prompt: string) => prompt.normalize("NFKC").toLowerCase();

/** Null where the prompt names no material. */
export function materialIn(prompt: string): Material | null {
  const text = plain(prompt);
  return MATERIALS.find(([, words]) => words.test(text))?.[0] ?? null;
}

/** OKLCH of the metal that the prompt names, null for none. */
export function metalColor(prompt: string): readonly [lightness: number, chroma: number, hue: number] | null {
  const text = plain(prompt);
  return METALS.find(([words]) => words.test(text))?.[1] ?? null;
}
