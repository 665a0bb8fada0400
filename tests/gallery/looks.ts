/** One kind of backdrop that a designer asks for, in both languages. The gallery shows them, the look test guards them. */
export interface Look {
  readonly name: string;
  readonly chinese: string;
  readonly english: string;
}

const look = (name: string, chinese: string, english: string): Look => ({ name, chinese, english });

export const LOOKS: readonly Look[] = [
  look("podium", "粉色圆形展台，柔和光线", "pastel pink podium, soft light"),
  look("marble", "白色大理石台面，明亮的房间", "white marble table in a bright room"),
  look("wood", "木桌，森林背景", "wooden table with a forest behind"),
  look("stone", "深色岩石石板，暗调", "dark slate stone slab, moody"),
  look("beach", "阳光沙滩，海浪，贝壳", "sandy beach with waves and shells"),
  look("water", "清澈水面，涟漪，水珠", "clear water surface with ripples and drops"),
  look("lake", "山脉湖泊，晚霞", "mountain lake at sunset"),
  look("snow", "雪地，松树，下雪", "snow field with firs, snowfall"),
  look("meadow", "草地，野花，阳光", "green meadow with wildflowers, sunshine"),
  look("garden", "花园，玫瑰花丛，石板小路", "garden path with rose bushes and a hedge"),
  look("forest", "森林，苔藓，阳光穿过树林", "forest floor with moss, sun rays through the trees"),
  look("dunes", "沙漠沙丘，金色阳光", "desert dunes, golden hour"),
  look("bokeh", "城市夜景，霓虹光斑", "city at night, neon bokeh"),
  look("window", "窗边的光，植物影子，米色墙", "window light on a beige wall, plant shadow"),
  look("kitchen", "厨房台面，明亮", "bright kitchen counter"),
  look("bathroom", "浴室洗手台，瓷砖", "bathroom counter with white tiles"),
  look("living", "客厅，沙发", "living room with a sofa and a floor lamp"),
  look("restaurant", "餐馆，夜晚", "restaurant at night, pendant lamps"),
  look("silk", "香槟色丝绸褶皱", "champagne silk folds"),
  look("paper", "淡蓝色纸背景，简约", "light blue paper sweep, minimal"),
  look("gradient", "蓝紫色抽象渐变", "abstract gradient, blue and purple"),
  look("new-year", "春节，红色和金色，灯笼", "chinese new year, red and gold, lanterns"),
  look("christmas", "圣诞节，圣诞树，彩球，礼盒", "christmas, fir tree, baubles, gift boxes"),
  look("birthday", "生日派对，气球，礼盒", "birthday party, balloons, gift boxes"),
  look("autumn", "秋天的枫叶林，落叶", "autumn maple forest, fallen leaves"),
  look("lavender", "薰衣草花田", "lavender field"),
  look("tea", "清晨的茶园，薄雾", "tea garden at dawn, green hills, mist"),
  look("vineyard", "葡萄园，阳光", "vineyard in the sun"),
  look("waterfall", "森林里的瀑布，岩石", "waterfall in the forest, mossy rocks"),
  look("reef", "珊瑚礁", "coral reef"),
  look("clouds", "云端，日出", "above the clouds at sunrise"),
  look("aurora", "极光，雪地，雪山", "northern lights over a snow field"),
  look("milky-way", "银河，星空，湖泊", "milky way over a mountain lake"),
  look("space", "太空，月球表面，地球", "moon surface in space, earth in the background"),
  look("glacier", "冰川，蓝冰", "glacier, blue ice"),
  look("seabed", "海底世界，气泡", "underwater, bubbles"),
  look("library", "图书馆，书架", "library with old books"),
  look("palace", "故宫红墙，梅花", "red palace wall, plum blossoms"),
  look("ink", "水墨山水", "ink wash painting, mountains"),
  look("neon", "赛博朋克，紫色和青色", "cyberpunk, purple and cyan"),
  look("black-gold", "黑金，奢华", "black and gold, luxury"),
  look("valentine", "情人节，爱心，玫瑰花瓣", "valentine's day, hearts, rose petals"),
];
