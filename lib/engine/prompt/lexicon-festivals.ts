import { entry, type LexiconEntry } from "./lexicon-entry.ts";

/** Feasts, and the days that are sold as such. See `lexicon-entry.ts` for the form of a line. */
export const FESTIVALS: readonly LexiconEntry[] = [
  entry(
    "festival",
    "new-year",
    "喜庆 新年 春节 中国新年 中国年 过年 年货 除夕 农历新年 元宵 元宵节 元旦 跨年 迎新 红包 国潮 中国风 对联 福字 年味 祥云 鞭炮 爆竹 年夜饭 过大年 年货节",
    "chinese new year, lunar new year, spring festival, festive, new year, new years eve, red envelope, chinese style, lantern festival, new years eve party",
  ),
  entry(
    "festival",
    "christmas",
    "圣诞 圣诞节 平安夜 圣诞树下 圣诞氛围 圣诞礼物 圣诞装饰",
    "christmas, xmas, christmas eve, holiday season, holiday, christmas day, christmas decoration, christmas gift, christmas present, noel, yuletide, christmas party, christmas ornaments",
  ),
  entry(
    "festival",
    "valentine",
    "情人节 七夕 婚礼 求婚 母亲节 三八 妇女节 女神节 女王节 结婚 纪念日 520 告白 表白 新婚 婚庆 婚礼现场 母亲 感恩母亲",
    "valentine, wedding, bridal, anniversary, mother day, mothers day, womens day, engagement, proposal, romance, bride, honeymoon, mom",
  ),
  entry(
    "festival",
    "birthday",
    "生日 生日派对 生日聚会 庆典 周年庆 儿童节 六一 六一儿童节 百日宴 满月酒 庆生",
    "birthday, birthday party, celebration, anniversary party, childrens day, baby shower, kids party, first birthday",
  ),
  entry(
    "festival",
    "mid-autumn",
    "中秋 中秋节 月饼 团圆 赏月 花好月圆",
    "mid autumn, mid autumn festival, mooncake, moon cake, moon festival",
  ),
  entry(
    "festival",
    "dragon-boat",
    "端午 端午节 粽子 龙舟 粽叶 艾草",
    "dragon boat, dragon boat festival, zongzi, rice dumpling",
  ),
  entry(
    "festival",
    "sale",
    "双十一 双11 双十二 618 促销 大促 打折 特惠 优惠 狂欢节 购物节 购物狂欢 电商节 年中大促 清仓 秒杀",
    "sale, black friday, cyber monday, promotion, promotional, discount, shopping festival, singles day, double eleven, clearance, special offer",
  ),
  entry("festival", "national-day", "国庆 国庆节 十一 天安门 五星红旗 建国", "national day"),
  entry("festival", "halloween", "万圣节 万圣 鬼节", "halloween, trick or treat, jack o lantern, haunted house"),
  entry("festival", "thanksgiving", "感恩节 丰收节", "thanksgiving, harvest festival"),
  entry("festival", "easter", "复活节", "easter, easter sunday, easter day"),
  entry("festival", "fathers-day", "父亲节 父亲", "fathers day, father day, dad"),
  entry(
    "festival",
    "oriental",
    "国风 古风 新中式 中式 东方美学 东方 禅意 禅 典雅中式 中国传统 汉服 日式 和风 侘寂",
    "oriental, zen, chinese, asian style, japanese, japanese style, wabi sabi, traditional chinese, eastern, asian",
  ),
  entry("festival", "teachers-day", "教师节 开学季 开学", "teachers day, back to school"),
];
