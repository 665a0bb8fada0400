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
