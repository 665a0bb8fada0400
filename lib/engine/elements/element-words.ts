import type { Thing, ThingKind } from "./thing-kind.ts";

/** Kind, OKLCH, then words: Chinese parted by spaces and English by commas; parts of regular expressions. */
type Line = readonly [
  name: string,
  kind: ThingKind,
  lightness: number,
  chroma: number,
  hue: number,
  chinese: string,
  english: string,
];

/**
 * Things that only an edge layer can be. A main prompt may name them without the engine knowing what to stage, so they are
 * not in the lexicon. A word wins over the lexicon's: 蝴蝶结 is no 蝴蝶.
 */
const LINES: readonly Line[] = [
  [
    "cherry-tree",
    "tree",
    0.84,
    0.085,
    5,
    "樱花树 桃花树 梅花树 樱树 桃树",
    "cherry(?: blossom)? tree, blossoming tree",
  ],
  ["autumn-tree", "tree", 0.62, 0.15, 55, "枫树 银杏树 秋树", "maple tree, autumn tree, ginkgo tree"],
  [
    "tree",
    "tree",
    0.52,
    0.115,
    134,
    "大树 小树 树木 树丛 灌木 树冠 橄榄树 苹果树 (?<!圣诞|松|杉|枫|樱|桃|梅)树(?![枝叶桩干莓皮脂])",
    "(?<!christmas |pine |fir |palm )tree, (?<!christmas |pine |fir |palm )trees, bush, shrub, oak tree, apple tree, bonsai",
  ],
  ["palm", "foliage", 0.52, 0.12, 136, "棕榈 棕榈树 椰子树 椰树", "palm, palm tree, palm leaf"],
  ["grass", "foliage", 0.6, 0.13, 128, "草丛 小草 青草 麦穗", "grass, reeds, wheat"],
  ["couch", "fabric", 0.68, 0.04, 70, "沙发", "sofa, couch"],
  ["lamp", "metal", 0.72, 0.09, 80, "台灯 落地灯 吊灯", "(?:floor|table|desk|bedside) lamp, chandelier"],
  ["cactus", "plastic", 0.58, 0.1, 145, "仙人掌 多肉", "cactus, succulent"],
  ["mushroom", "plaster", 0.84, 0.045, 65, "蘑菇", "mushroom"],
  ["bamboo", "wood", 0.68, 0.11, 125, "竹子 翠竹 竹叶", "bamboo"],
  ["trunk", "wood", 0.5, 0.06, 60, "树桩 树干 木桩 年轮", "stump, log, tree trunk, driftwood"],
  ["feather", "feather", 0.95, 0.012, 80, "羽毛 翎毛", "feather"],
  [
    "cloud",
    "cloud",
    0.97,
    0.006,
    250,
    "云朵 白云 祥云 云彩 云(?![石母南吞]) 烟雾 棉花(?!糖)",
    "cloud, smoke, cotton wool",
  ],
  ["candyfloss", "cloud", 0.87, 0.07, 5, "棉花糖", "cotton candy, candyfloss"],
  [
    "water",
    "glass",
    0.88,
    0.055,
    222,
    "水花 水波 浪花 海浪 水流 流水 飞溅 喷泉 液体",
    "splash, splashes, wave, liquid, fountain",
  ],
  ["milk", "ceramic", 0.96, 0.012, 85, "牛奶 奶花 奶油", "milk, milk splash, cream swirl"],
  ["flame", "flame", 0.72, 0.17, 50, "火焰 火苗 篝火 火(?![龙车箭锅鸡烈])", "flame, fire(?! \\w), bonfire"],
  ["candle", "candle", 0.93, 0.035, 85, "蜡烛", "candle"],
  ["neon", "neon", 0.7, 0.22, 350, "霓虹 灯管", "neon"],
  ["ribbon", "fabric", 0.56, 0.19, 22, "丝带 彩带 飘带 缎带 绸带 蝴蝶结", "ribbon, bow, streamer"],
  [
    "cloth",
    "fabric",
    0.78,
    0.06,
    60,
    "衣服 裙子 连衣裙 帽子 围巾 抱枕 枕头 沙发 雨伞 伞 手帕 毛巾 窗帘",
    "dress, hat, shirt, pillow, cushion, sofa, umbrella, towel, clothes, flag",
  ],
  [
    "leather",
    "leather",
    0.5,
    0.075,
    55,
    "皮革 皮包 手提包 钱包 背包 包包 皮鞋 靴子",
    "leather, handbag, bag, wallet, boots?, shoes?",
  ],
  ["butterfly", "butterfly", 0.62, 0.15, 250, "蝴蝶(?!结) 飞蛾", "butterfly, butterflies, moth"],
  ["fish", "scales", 0.68, 0.16, 50, "金鱼 锦鲤 鱼", "fish, goldfish, koi"],
  [
    "reptile",
    "scales",
    0.56,
    0.11,
    145,
    "乌龟 海龟 青蛙 鳄鱼 蜥蜴 恐龙 蛇 (?<!火)龙",
    "turtle, tortoise, frog, crocodile, lizard, dinosaur, snake, dragon",
  ],
  ["dolphin", "scales", 0.62, 0.04, 245, "海豚 鲸鱼 鲸 鲨鱼", "dolphin, whale, shark"],
  [
    "horse",
    "animal",
    0.46,
    0.065,
    52,
    "骏马 小马 马(?![路克卡赛蹄]) 鹿 小鹿 麋鹿 骆驼",
    "horse, pony, deer, reindeer, moose, camel, donkey",
  ],
  ["fox", "animal", 0.66, 0.14, 55, "狐狸 松鼠 老虎 狮子 豹 猴子", "fox, squirrel, tiger, lion, leopard, monkey"],
  [
    "pale-animal",
    "animal",
    0.93,
    0.012,
    75,
    "绵羊 小羊 羊(?![毛绒皮]) 北极熊 天鹅 白鹤 仙鹤 鸽子 大雁 企鹅",
    "sheep, lamb, goat, polar bear, swan, crane bird, dove, pigeon, goose, penguin",
  ],
  [
    "grey-animal",
    "animal",
    0.6,
    0.012,
    260,
    "大象 犀牛 河马 老鼠 考拉 狼 海豹",
    "elephant, rhino, hippo, mouse, koala, wolf, seal, raccoon",
  ],
  ["pig", "animal", 0.82, 0.07, 15, "小猪 猪", "pig, piglet, piggy"],
  ["chick", "animal", 0.88, 0.13, 92, "小鸡 鸭子 小鸭 小黄鸭", "chick, duck, duckling"],
  [
    "brown-bird",
    "animal",
    0.55,
    0.06,
    60,
    "猫头鹰 老鹰 鹰 麻雀 公鸡 母鸡 牛(?![仔皮油奶角轧]) 奶牛",
    "owl, eagle, sparrow, rooster, hen, cow, bull, ox, hedgehog, beaver",
  ],
  ["shell", "shell", 0.9, 0.045, 50, "贝壳 扇贝 海螺", "shell, seashell, scallop, conch"],
  ["coral", "plaster", 0.7, 0.15, 30, "珊瑚", "coral reef, coral branch"],
  ["moon", "stone", 0.93, 0.055, 95, "月亮 弯月 满月 月牙 月球", "moon, crescent"],
  ["sun", "plastic", 0.84, 0.16, 80, "太阳", "sun"],
  ["star", "plastic", 0.86, 0.15, 90, "星星 五角星", "star"],
  ["heart", "plastic", 0.6, 0.2, 18, "爱心 心形 红心", "heart"],
  ["snow", "plaster", 0.96, 0.01, 240, "雪人 雪球 雪堆", "snowman, snowball"],
  ["snowflake", "ice", 0.93, 0.03, 230, "雪花", "snowflake"],
  [
    "book",
    "paper",
    0.95,
    0.018,
    85,
    "书本 书籍 书(?![桌架柜包房]) 纸张 信封 卡片 折纸 纸飞机 剪纸",
    "book, magazine, envelope, letter paper, origami, paper(?! \\w)",
  ],
  ["brick", "brick", 0.55, 0.1, 40, "红?砖墙 红砖 砖块 砖", "brick, bricks, brick wall"],
  [
    "wall",
    "plaster",
    0.92,
    0.015,
    80,
    "墙壁 墙面 墙 城堡 房子 房屋 建筑 小屋 别墅",
    "wall, castle, house, building, cottage, tower",
  ],
  [
    "arch",
    "plaster",
    0.93,
    0.015,
    75,
    "拱门 拱 圆柱 柱子 罗马柱 台阶 楼梯 阶梯 石膏",
    "arch, archway, column, pillar, stairs?, staircase, plinth",
  ],
  ["statue", "marble", 0.93, 0.006, 90, "雕像 雕塑 石膏像 半身像", "statue, sculpture, bust"],
  [
    "person",
    "plaster",
    0.82,
    0.05,
    62,
    "人物 女孩 男孩 女人 男人 模特",
    "person, girl, boy, woman, man, figure, mannequin",
  ],
  [
    "crockery",
    "ceramic",
    0.95,
    0.008,
    85,
    "茶杯 咖啡杯 马克杯 杯子 (?<!玻璃|高脚|香槟|酒)杯 花瓶 花盆 茶壶 碗 盘子 盘 陶罐 罐子 瓷瓶",
    "cup, mug, vase, teapot, teacup, bowl, plate, saucer, flower pot, pot, jug, pitcher",
  ],
  [
    "bottle",
    "glass",
    0.85,
    0.04,
    160,
    "瓶子 玻璃瓶 酒瓶 酒杯 高脚杯 香槟杯 香水瓶",
    "bottle, wine glass, jar, perfume bottle, goblet",
  ],
  ["diamond", "glass", 0.94, 0.02, 230, "钻石 宝石", "diamond, gemstone"],
  [
    "treasure",
    "metal",
    0.8,
    0.125,
    85,
    "王冠 皇冠 奖杯 奖牌 铃铛 戒指 手镯 项链 首饰 画框 相框 罗盘",
    "crown, trophy, medal, bell, ring, bracelet, necklace, picture frame, (?:gold|photo) frame, compass",
  ],
  [
    "ware",
    "metal",
    0.78,
    0.006,
    250,
    "钥匙 手表 钟表 闹钟 剪刀 刀叉 勺子 叉子 铁链 齿轮 易拉罐 铁罐 罐头",
    "keys?, watch, clock, scissors, spoon, fork, knife, chain, gear, sword, soda can, tin, tin can",
  ],
  [
    "car",
    "machine",
    0.55,
    0.2,
    26,
    "汽车 轿车 小车 跑车 卡车 货车 巴士 公交车 火车",
    "car, truck, bus, van, taxi, train",
  ],
  ["balloon", "plastic", 0.62, 0.19, 22, "气球", "balloon"],
  ["sweet", "plastic", 0.72, 0.15, 5, "糖果 棒棒糖 果冻 软糖", "candy, candies, lollipop, jelly, gummy"],
  [
    "cake",
    "plaster",
    0.9,
    0.05,
    70,
    "蛋糕 冰淇淋 冰激凌 马卡龙 甜品 月饼",
    "cake, ice cream, cupcake, macaron, dessert, pudding",
  ],
  ["chocolate", "plastic", 0.36, 0.055, 48, "巧克力 咖啡豆 可可", "chocolate, coffee beans?, cocoa"],
  ["bread", "stone", 0.72, 0.1, 68, "面包 饼干 曲奇 吐司", "bread, cookie, biscuit, toast, croissant, baguette"],
  ["grape", "fruit", 0.42, 0.12, 315, "葡萄 李子 茄子", "grapes?, plums?, eggplant, aubergine"],
  ["blueberry", "fruit", 0.42, 0.09, 272, "蓝莓", "blueberry, blueberries"],
  ["peach", "fruit", 0.8, 0.11, 35, "桃子 水蜜桃 蜜桃", "peach(?! blossom), peaches, apricots?"],
  ["pear", "fruit", 0.82, 0.13, 112, "梨子 梨(?!花) 木瓜", "pears?, melon"],
  ["mango", "fruit", 0.8, 0.15, 72, "芒果", "mango"],
  [
    "green-fruit",
    "fruit",
    0.68,
    0.15,
    128,
    "青苹果 绿苹果 青柠 牛油果 西瓜 黄瓜 青椒 青提 猕猴桃",
    "green apple, lime, limes, avocado, watermelon, cucumber, kiwi",
  ],
  ["tomato", "fruit", 0.56, 0.2, 30, "西红柿 番茄 辣椒", "tomato, tomatoes, chili, pepper"],
  ["pumpkin", "fruit", 0.72, 0.16, 55, "南瓜 胡萝卜 柿子", "pumpkin, carrot, persimmon"],
  ["coconut", "wood", 0.42, 0.05, 55, "椰子(?!树) 核桃 坚果", "coconut, walnuts?, nuts?"],
];

/** Longest first: of 砖墙 and 砖 the whole is meant. */
const parts = (list: string, separator: string) =>
  list
    .split(separator)
    .sort((a, b) => b.length - a.length)
    .join("|");

const WORDS = LINES.map(([name, kind, lightness, chroma, hue, chinese, english]) => ({
  found: { name, kind, material: null, lightness, chroma, hue } satisfies Thing,
  pattern: new RegExp(`${parts(chinese, " ")}|\\b(?:${parts(english, ", ")})s?\\b`, "g"),
}));

/** What follows belongs to the thing, it is not the thing. */
const ASIDE = /[,，、。;；]|和|与|及|\s(?:with|on|in|and|of|at|near|under|behind|before)\s/;

/** The last of these things before any aside, as heads of compounds come last: an apple tree is a tree, a coffee cup a cup. */
export function elementWord(prompt: string): Thing | null {
  const [main = ""] = prompt.normalize("NFKC").toLowerCase().split(ASIDE);
  let best: Thing | null = null;
  let bestEnd = -1;
  let bestLength = 0;
  for (const { found, pattern } of WORDS) {
    for (const match of main.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (end < bestEnd || (end === bestEnd && match[0].length <= bestLength)) continue;
      best = found;
      bestEnd = end;
      bestLength = match[0].length;
    }
  }
  return best;
}
