import { entry, type LexiconEntry } from "./lexicon-entry.ts";

/** What veils the sky, snow that falls (rain is among the looks), and what is seen in the sky. See `lexicon-entry.ts` for the form of a line. */
export const WEATHER: readonly LexiconEntry[] = [
  entry(
    "weather",
    "snow",
    "下雪 雪花 雪夜 飘雪 雪花飘落 大雪纷飞 落雪 飞雪 暴风雪 小雪 大雪",
    "snowfall, snowflake, snowing, falling snow, blizzard, snowstorm, light snow, snow falling",
  ),
  entry(
    "weather",
    "fog",
    "雾 薄雾 雾气 晨雾 大雾 浓雾 迷雾 朦胧雾气 烟雾 雾霭 云雾 云雾缭绕 晨雾缭绕 薄雾缭绕 雾气缭绕",
    "mist, misty, fog, foggy, haze, fogbank, morning mist, morning fog, smoky, misty morning, fog bank",
  ),
  entry(
    "weather",
    "overcast",
    "阴天 多云 阴云 阴沉 阴雨 灰天",
    "overcast, cloudy, grey sky, gray sky, dark clouds, gloomy sky, clouded",
  ),
  entry(
    "sky",
    "stars",
    "星空 星星 星夜 星光 星光点点 夜空 繁星 星辰 星海 满天星斗 漫天繁星 星空下 浩瀚星空",
    "starry, star, starry sky, starlight, night sky, starry night, stargazing, starlit",
  ),
  entry("sky", "galaxy", "银河 星河 银河系", "galaxy, milky way, galactic"),
  entry("sky", "aurora", "极光 北极光 南极光", "aurora, northern lights, northern light, aurora borealis, polar light"),
  entry("sky", "moon", "月亮 满月 圆月 明月 皎月 月圆", "moon, full moon"),
  entry("sky", "crescent", "弯月 月牙 新月 残月", "crescent moon, crescent, half moon, new moon"),
  entry("sky", "meteor", "流星 流星雨", "shooting star, meteor, meteor shower, falling star, comet"),
  entry("sky", "rainbow", "彩虹 雨后彩虹", "rainbow, double rainbow"),
  entry("sky", "planet", "星球 行星 外星球 异星 木星", "planet, jupiter, alien planet, gas giant, exoplanet"),
  entry("sky", "earth", "蓝色星球", "earth, the earth"),
  entry("sky", "saturn", "土星 土星环 土星光环 行星环 星环", "saturn, planetary ring, ringed planet"),
  entry("sky", "mars", "火星 红色星球", "mars, martian, red planet"),
  entry("sky", "nebula", "星云 星际尘埃", "nebula, nebulae, stardust, cosmic dust, interstellar cloud"),
  entry("sky", "asteroid", "陨石 小行星 小行星带", "asteroid, meteorite, asteroid belt"),
  entry(
    "sky",
    "floating-rock",
    "悬浮岩石 漂浮岩石 悬浮石块 悬浮的岩石 漂浮的岩石 悬浮石头 浮石 漂浮的石头 悬浮的石头",
    "floating rock, levitating rock, floating stone, levitating stone, floating boulder",
  ),
];
