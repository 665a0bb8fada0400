/**
 * The words the engine understands, Chinese and English, by what they decide. Within a slot the first word of a prompt
 * wins; later ones are kept in order. Longer Chinese words win over the shorter ones they contain; English words match
 * with a plural s or es. One line per meaning: slot, value, Chinese words, English words.
 */

export const SLOTS = ["place", "support", "time", "season", "color", "light", "mood", "lens", "thing"] as const;
export type Slot = (typeof SLOTS)[number];

export interface LexiconEntry {
  readonly slot: Slot;
  readonly value: string;
  readonly chinese: readonly string[];
  readonly english: readonly string[];
}

function line(slot: Slot, value: string, chinese: string, english: string): LexiconEntry {
  const words = (list: string, separator: string) => list.split(separator).filter((word) => word !== "");
  return { slot, value, chinese: words(chinese, " "), english: words(english, ", ") };
}

export const LEXICON: readonly LexiconEntry[] = [
  line(
    "place",
    "mountain",
    "山脉 群山 高山 山峰 山谷 峡谷 山间 山",
    "mountain, peak, alps, alpine, valley, canyon, ridge",
  ),
  line("place", "lake", "湖泊 湖面 湖水 湖边 湖 倒影 江 河", "lake, river, lakeside"),
  line("place", "snow", "雪山 雪地 雪景 冰川 雪原 冰雪", "snow, snowy, glacier, ice field, snowfield"),
  line("place", "hills", "丘陵 山丘 田野 山坡 茶园 梯田", "hill, countryside, farmland, terraced field"),
  line("place", "desert", "沙漠 沙丘 戈壁", "desert, dune"),
  line(
    "place",
    "beach",
    "沙滩 海滩 海边 海滨 大海 海面 海洋 海 海浪",
    "beach, sea, seaside, ocean, coast, shore, wave",
  ),
  line("place", "forest", "森林 树林 丛林 竹林 林间 林", "forest, wood land, woodland, jungle, grove"),
  line("place", "meadow", "草地 草原 草坪 麦田 原野 花田 花海", "meadow, grass, lawn, field, prairie, pasture"),
  line("place", "garden", "花园 公园 庭院 院子 户外 野餐", "garden, park, yard, outdoor, outdoors, picnic, patio"),
  line(
    "place",
    "room",
    "客厅 卧室 房间 室内 家居 窗边 窗台 书房 酒店 家",
    "room, living room, bedroom, interior, indoor, home, house, window sill, hotel, study",
  ),
  line(
    "place",
    "kitchen",
    "厨房 餐厅 餐桌 浴室 卫生间 洗手台",
    "kitchen, dining room, dining table, bathroom, countertop",
  ),
  line(
    "place",
    "street",
    "街道 街头 城市 都市 建筑 办公室 广场",
    "street, city, urban, downtown, building, office, plaza",
  ),
  line(
    "place",
    "night-city",
    "夜景 城市夜景 霓虹 霓虹灯 灯光 光斑 酒吧 夜店 散景",
    "night city, city lights, neon, bokeh, bar, nightclub, skyline, city at night, fairy light",
  ),
  line("place", "harbour", "威尼斯 港口 码头", "harbour, harbor, venice, pier, waterfront"),
  line("place", "sky", "天空 蓝天 白云 云朵 云海 云端 云", "sky, cloud, heaven"),
  line(
    "place",
    "pool",
    "水面 水波 波纹 涟漪 水池 泳池 清水 水中 水",
    "water, pool, ripple, water surface, swimming pool",
  ),
  line(
    "place",
    "studio",
    "摄影棚 影棚 纯色背景 纯色 极简 简约 几何 拱门 圆拱",
    "studio, seamless, backdrop, minimal, minimalist, geometric, arch, solid color, plain background",
  ),

  line(
    "support",
    "podium",
    "圆台 展台 底座 台座 台阶 圆柱 舞台 站台 展示台",
    "podium, pedestal, plinth, stage, platform, stand, step, display stand",
  ),
  line(
    "support",
    "wood",
    "木桌 木板 木质 木头 原木 实木 木台 桌子 桌面 木",
    "wood, wooden, wooden table, table, desk, plank, timber, oak, walnut, bamboo",
  ),
  line("support", "marble", "大理石 石英 岩板 瓷砖", "marble, quartz, tile, ceramic, terrazzo"),
  line(
    "support",
    "stone",
    "岩石 石头 石台 石板 石块 水泥 混凝土 砖",
    "stone, rock, boulder, slate, concrete, cement, brick, granite",
  ),
  line("support", "sand", "沙子 沙 细沙", "sand, sandy"),
  line(
    "support",
    "dark",
    "黑色桌面 镜面 玻璃桌 黑金 亮面 金属台",
    "glass table, mirror, black table, glossy surface, reflective",
  ),
  line(
    "support",
    "plaster",
    "石膏 白色桌面 布面 桌布 亚麻 丝绸",
    "plaster, white table, linen, cloth, tablecloth, fabric, silk",
  ),

  line("time", "sunset", "晚霞 日落 夕阳 落日 黄昏 火烧云", "sunset, afterglow, sundown"),
  line("time", "dusk", "傍晚 暮色 紫霞", "dusk, twilight, evening, blue hour"),
  line("time", "dawn", "黎明 日出 清晨 晨雾 晨光 早晨 薄雾 雾", "dawn, sunrise, morning, mist, misty, fog, foggy"),
  line("time", "day", "白天 晴天 阳光明媚 正午 中午 晴朗", "day, daylight, daytime, noon, sunny day, clear sky"),
  line("time", "golden", "金色阳光 午后 暖阳 阳光", "golden hour, afternoon, sunlight, sunshine, sunny, sunlit"),
  line(
    "time",
    "night",
    "夜晚 夜空 星空 星星 月光 月亮 深夜 夜",
    "night, starry, star, moonlight, moon, midnight, galaxy",
  ),

  line("season", "spring", "春天 春季 春日 春", "spring, springtime"),
  line("season", "summer", "夏天 夏季 夏日 夏 清凉", "summer, summertime, tropical"),
  line("season", "autumn", "秋天 秋季 秋日 秋 丰收", "autumn, fall season, harvest"),
  line("season", "winter", "冬天 冬季 冬日 冬 圣诞 圣诞节", "winter, christmas, xmas, holiday"),

  line("color", "pink", "粉色 粉红 粉红色 桃色 樱花粉 玫瑰金", "pink, rosy, blush, rose gold"),
  line("color", "red", "红色 大红 喜庆 新年 春节 中国红 酒红", "red, crimson, scarlet, festive, new year, burgundy"),
  line("color", "orange", "橙色 橘色 珊瑚色 橘红", "orange colored, coral, apricot, terracotta, tangerine"),
  line("color", "yellow", "黄色 鹅黄 柠檬黄 明黄", "yellow, lemon yellow, mustard"),
  line("color", "gold", "金色 香槟色 金黄 香槟", "gold, golden, champagne"),
  line("color", "green", "绿色 浅绿 薄荷绿 薄荷 翠绿 墨绿 绿", "green, mint, emerald, sage, olive"),
  line("color", "teal", "青色 蓝绿色 湖蓝", "teal, cyan, turquoise, aqua"),
  line("color", "blue", "蓝色 浅蓝 天蓝 深蓝 海蓝 蓝", "blue, navy, azure, sky blue, indigo"),
  line("color", "purple", "紫色 紫罗兰 薰衣草 淡紫 紫", "purple, violet, lavender, lilac, mauve"),
  line("color", "brown", "棕色 咖啡色 褐色 咖啡 巧克力 焦糖", "brown, coffee, chocolate, caramel, chestnut"),
  line("color", "beige", "米色 奶油色 杏色 奶白 奶油 裸色", "beige, cream, ivory, nude, creamy, tan"),
  line("color", "white", "白色 纯白 洁白 白", "white, snow white"),
  line("color", "grey", "灰色 银色 灰", "grey, gray, silver"),
  line("color", "black", "黑色 纯黑 黑", "black, jet black"),

  line(
    "light",
    "leaves",
    "树影 叶影 斑驳 光影 棕榈 植物阴影",
    "leaf shadow, tree shadow, dappled, palm, shadow, palm leaf, palm leaves",
  ),
  line("light", "window", "窗光 窗户 窗影 窗", "window, window light, window shadow"),
  line("light", "blind", "百叶窗 条纹光", "blind, venetian blind, striped light, shutter"),
  line("light", "soft", "柔光 柔和 柔和光线 漫射", "soft light, diffused, softbox, soft lighting, studio light"),

  line("mood", "bright", "明亮 清新 干净 高调 通透 清爽", "bright, fresh, clean, high key, airy, light"),
  line("mood", "dark", "暗调 黑暗 低调 神秘 暗 昏暗", "dark, moody, low key, mysterious, dim, gloomy"),
  line(
    "mood",
    "luxury",
    "奢华 高级 高端 奢侈 典雅 质感",
    "luxury, luxurious, premium, elegant, high end, sophisticated",
  ),
  line("mood", "dreamy", "梦幻 浪漫 唯美 仙境", "dreamy, romantic, fantasy, magical, ethereal"),
  line("mood", "warm", "温暖 暖色 温馨 暖调", "warm, cozy, cosy, warm tone"),
  line("mood", "cool", "冷色 清冷 冷调 科技 科技感", "cool, cold, cool tone, tech, futuristic"),

  line("lens", "sharp", "清晰 锐利 高清 全景深", "sharp, crisp, in focus, deep focus"),
  line(
    "lens",
    "blurry",
    "模糊 虚化 背景虚化 朦胧 浅景深",
    "blur, blurry, blurred, out of focus, shallow depth of field, hazy",
  ),

  line(
    "thing",
    "peach-blossom",
    "桃花 樱花 梅花 杏花 花瓣",
    "peach blossom, cherry blossom, sakura, plum blossom, blossom, petal",
  ),
  line("thing", "rose", "玫瑰 玫瑰花 月季 牡丹 芍药", "rose, peony, camellia"),
  line("thing", "sunflower", "向日葵 雏菊 菊花 水仙", "sunflower, daisy, chrysanthemum, daffodil, marigold"),
  line(
    "thing",
    "lily",
    "百合 茉莉 栀子花 白花 兰花 玉兰 莲花 荷花",
    "lily, jasmine, gardenia, orchid, magnolia, lotus",
  ),
  line("thing", "tulip", "郁金香 海棠 山茶花 银莲花", "tulip, anemone, poppy, hibiscus"),
  line("thing", "iris", "鸢尾 绣球花 绣球 勿忘我", "iris, hydrangea, bluebell, forget me not"),
  line("thing", "flower", "鲜花 花朵 花束 小花 花", "flower, floral, bouquet, bloom"),
  line(
    "thing",
    "leaf",
    "树叶 叶子 绿叶 绿植 植物 藤蔓 叶 草",
    "leaf, leaves, foliage, plant, fern, vine, greenery, ivy",
  ),
  line(
    "thing",
    "autumn-leaf",
    "枫叶 落叶 红叶 黄叶 银杏",
    "maple leaf, maple leaves, maple, fallen leaves, autumn leaves, ginkgo",
  ),
  line("thing", "branch", "树枝 枝条 枝干 枝", "branch, branches, twig, bough"),
  line("thing", "holly", "冬青 松枝 圣诞树 松树", "holly, pine, fir, spruce, christmas tree"),
  line("thing", "puppy", "小狗 狗狗 狗 柴犬 泰迪 金毛", "dog, puppy, puppies, golden retriever, shiba"),
  line("thing", "cat", "小猫 猫咪 猫", "cat, kitten, kitty"),
  line("thing", "bear", "玩具熊 小熊 泰迪熊 熊", "bear, teddy, teddy bear"),
  line("thing", "rabbit", "兔子 小兔 白兔", "rabbit, bunny, bunnies, hare"),
  line("thing", "bird", "小鸟 鸟 鹦鹉 蝴蝶", "bird, parrot, butterfly, butterflies"),
  line("thing", "lemon", "柠檬 柚子 香蕉 芒果", "lemon, citrus, grapefruit, banana, mango, pear"),
  line(
    "thing",
    "fruit",
    "橙子 橘子 桃子 水果 苹果 草莓 樱桃",
    "fruit, apple, orange, peach, peaches, strawberry, strawberries, cherry, cherries, berry, berries",
  ),
  line("thing", "pebble", "鹅卵石 石子 卵石", "pebble, cobblestone, gravel"),
  line(
    "thing",
    "gold-thing",
    "金属 金属球 金球 金箔 丝带 彩带 铃铛",
    "metal, metallic, brass, ribbon, bell, gold ball, ornament",
  ),
  line(
    "thing",
    "glass-thing",
    "玻璃 水晶 冰块 冰 气泡 泡泡 水滴 灯泡",
    "glass, crystal, ice, ice cube, bubble, droplet, water drop, lightbulb, light bulb, bulb",
  ),
  line("thing", "sphere", "球体 圆球 小球 珍珠", "sphere, ball, pearl, orb"),
  line("thing", "gift", "礼物 礼盒 盒子 气球", "gift, present box, box, balloon"),
  line("thing", "chair", "椅子 沙发 家具 木椅", "chair, sofa, furniture, stool, armchair"),
  line("thing", "machine", "汽车 机器 机械 卡车 搅拌车", "car, machine, truck, robot, mixer, vehicle"),
];

/** Words that decide nothing and are therefore not reported as unknown. */
export const ENGLISH_FILLERS = new Set(
  "a an the of with on in and or at by for to from under over behind before near beside around into its it is are be this that very some several few one two three product bottle can perfume photo photography photograph photorealistic realistic picture image shot scene background front foreground style beautiful cute lovely pretty nice high quality best detail detailed 4k 8k hd professional commercial advertising full of big small little large placed standing sitting lying surrounded covered top color colour colored coloured natural nature texture tone lighting".split(
    " ",
  ),
);

/** Longest first where one contains another. */
export const CHINESE_FILLERS =
  "背景里 背景中 背景 前景 摄影 照片 画面 图片 场景 风格 产品 商品 瓶子 香水 拍摄 高质量 专业 真实 自然 美丽 漂亮 可爱 好看 一个 一些 一片 一束 几朵 几个 许多 旁边 周围 后面 前面 上面 下面 里面 中间 放在 摆放 站在 位于 充满 围绕 以及 还有 一张 大片 盛开 飘落 远处 近处 氛围 感 的 了 在 上 下 里 中 和 与 有 是 着 一 大 小 处 边 朵 片 个 只 旁 把 被 色 光 款 面 天".split(
    " ",
  );

export const CHINESE_NEGATORS = ["没有", "不要", "不含", "去掉", "避免", "无"] as const;
export const ENGLISH_NEGATORS = new Set(["no", "not", "without", "avoid", "exclude", "never"]);
