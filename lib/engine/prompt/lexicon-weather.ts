import { entry, type LexiconEntry } from "./lexicon-entry.ts";

/** What veils the sky, and snow that falls; rain is among the looks. See `lexicon-entry.ts` for the form of a line. */
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
];
