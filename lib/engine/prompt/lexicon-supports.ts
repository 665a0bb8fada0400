import { entry, type LexiconEntry } from "./lexicon-entry.ts";

/** What the product stands on. See `lexicon-entry.ts` for the form of a line. */
export const SUPPORTS: readonly LexiconEntry[] = [
  entry(
    "support",
    "paper",
    "纸 卡纸 白纸 彩纸 剪纸 折纸 纸艺 纸雕 卡纸层叠 报纸 牛皮纸 信纸",
    "paper, cardboard, paper craft, paper cut, origami, paper art, layered paper, newspaper, kraft paper, craft paper, wrapping paper",
  ),
  entry(
    "support",
    "podium",
    "圆台 展台 底座 台座 台阶 圆柱 舞台 站台 展示台 展柜 平台 圆形展台 阶梯 立柱 圆盘 方台 基座 圆柱体 立方体 高台 石台阶 圆形底座 圆形平台 置物台 方块",
    "podium, pedestal, plinth, stage, platform, stand, step, display stand, riser, column, pillar, cube, disc, round stage, staircase, stairs, dais, display, cylinder podium, round podium, circular pedestal, circular podium, block podium, catwalk, block",
  ),
  entry(
    "support",
    "table",
    "木桌 桌子 桌面 原木桌 书桌 茶几 桌台 办公台 台桌",
    "wooden table, wood table, table, desk, tabletop, table top, coffee table, side table, dinner table",
  ),
  entry(
    "support",
    "wood",
    "木板 木质 木头 原木 实木 木台 木 树桩 木桩 年轮 胡桃木 橡木 竹 木地板 木架 柚木 原木台 木盘 托盘 木托盘 木箱 木墩 木纹 木质书桌 木凳面 藤编 竹编 木台面 木块 橡木桶 木桶 船木 枯木",
    "wood, wooden, log, tree stump, stump, wood slice, plank, timber, oak, walnut, bamboo, wood grain, rustic, pine wood, wooden board, cutting board, wooden floor, teak, rattan, wooden tray, tray, crate, driftwood, wooden desk, wooden crate, parquet, hardwood, wood block, barrel, oak barrel, wooden box, wicker, wooden deck, wooden floorboard, wood table top",
  ),
  entry(
    "support",
    "marble",
    "大理石 石英 岩板 瓷砖 白色大理石 云石 石英石 水磨石 瓷 陶瓷 花岗岩 玉石 瓷器 汝窑 青花 青花瓷 大理石台 大理石台面 大理石桌 瓷砖墙",
    "marble, quartz, tile, ceramic, terrazzo, marbled, porcelain, white marble, carrara, onyx, quartzite, travertine marble, marble counter, marble top, marble table, marble slab, ceramic tile",
  ),
  entry(
    "support",
    "stone",
    "岩石 石头 石台 石板 石块 水泥 混凝土 砖 石材 岩 青石 石阶 石头台 水泥台 碎石 砂岩 火山岩 石墙 水泥墙 水泥地 水泥地面 混凝土墙 沥青 柏油路 石子路 石砖 鹅卵石路 岩块 山石 石凳",
    "stone, rock, boulder, slate, concrete, cement, brick, granite, stone slab, sandstone, limestone, cobble, basalt, pavement, stone table, rocky, asphalt, stone step, concrete wall, concrete floor, cobblestone street, flagstone, tarmac, stone wall, stepping stone, bluestone",
  ),
  entry(
    "support",
    "sand",
    "沙子 沙 细沙 沙地 沙粒 金沙 沙面 沙滩沙 白沙 黄沙地",
    "sand, sandy, sand ground, golden sand, white sand, raked sand",
  ),
  entry(
    "support",
    "dark",
    "黑色桌面 镜面 玻璃桌 亮面 金属台 黑镜 黑色台面 黑色玻璃 镜面地板 黑色镜面 亮面地板 反光地面 反光 倒影地面",
    "glass table, mirror, black table, reflective, black glass, mirrored, black mirror, glossy black, mirror floor, glossy floor, reflective floor, reflection, wet ground, wet asphalt, wet street, wet floor, glossy ground, glossy surface, mirror surface",
  ),
  entry(
    "support",
    "clear",
    "亚克力 亚克力台 亚克力块 亚克力板 亚克力砖 亚克力展台 亚克力底座 亚克力方块 亚克力圆台 透明亚克力 透明亚克力块 透明亚克力台 透明台 透明展台 透明底座 透明方块 透明圆台 透明立方体 透明台面 透明平台 透明圆柱 玻璃台 玻璃展台 玻璃底座 玻璃圆台 玻璃方块 玻璃砖 玻璃块 玻璃立方体 玻璃平台 水晶台 水晶底座 水晶方块 有机玻璃",
    "acrylic, acrylic block, acrylic podium, acrylic stand, acrylic cube, acrylic riser, acrylic platform, acrylic pedestal, acrylic plinth, acrylic display, acrylic slab, clear acrylic, clear acrylic block, transparent acrylic, plexiglass, lucite, perspex, clear block, clear cube, clear podium, clear pedestal, clear plinth, clear riser, transparent block, transparent cube, transparent podium, transparent pedestal, transparent platform, translucent block, translucent podium, glass block, glass cube, glass podium, glass pedestal, glass plinth, glass platform, glass stand, glass slab, glass cylinder, glass brick, crystal block, crystal podium, crystal pedestal",
  ),
  entry("support", "plaster", "石膏 白色桌面 白桌", "plaster, white table, white surface, plaster block, gypsum"),
  entry(
    "support",
    "fabric",
    "布面 台布 桌布 亚麻 丝绸 布料 绸缎 缎面 织物 棉布 天鹅绒 丝绒 褶皱 纱 毛毯 毯子 床单 窗帘 幕布 帷幔 麻布 蕾丝 白纱 柔纱 轻纱 薄纱 针织 毛衣 羊毛 被子 床品 床上用品 缎带布 真丝 绒布 地毯 毛绒",
    "linen, cloth, tablecloth, fabric, silk, satin, velvet, cotton, textile, drape, draped, chiffon, blanket, bedding, wool, canvas, curtain, drapery, burlap, lace, tulle, knit, knitted, sweater, duvet, sheets, bed linen, rug, carpet, fur, gauze, sheer fabric, organza, suede",
  ),
];
