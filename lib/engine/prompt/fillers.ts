/** A list of words in groups, each group a text parted by spaces. */
const words = (...groups: readonly string[]) => groups.flatMap((group) => group.split(" "));

/** Words that decide nothing and are therefore not reported as unknown. Good for their plurals too. */
export const ENGLISH_FILLERS: ReadonlySet<string> = new Set(
  words(
    // What a prompt for a product picture says anyway.
    "a an the of with on in and or at by for to from under over behind before near beside around into its it is are be this that very some several few one two three product bottle can perfume photo photography photograph photorealistic realistic picture image shot scene background front foreground style beautiful cute lovely pretty nice high quality best detail detailed 4k 8k hd professional commercial advertising full big small little large placed standing sitting lying surrounded covered top color colour colored coloured natural nature texture tone lighting",
    // Words that join others.
    "i you we they them their his her my your our who which where when while as if than then so but nor also just only both each all any another other more most less much many lot such too there here these those was were been being has have had having do does did done will would should could may might must let make made making get within inside through across along among amid between beyond above below beneath underneath against toward towards next out up down off away onto upon via about",
    // That something stands somewhere; the picture shows where.
    "place put set sit rest resting lie laying located positioned arranged displayed show shown showing feature featuring scattered hanging filled lit covering cover nearby",
    // Where, how big and how many.
    "left right side center centre middle bottom edge corner distance far close view angle frame surface area space object item thing element long short tall wide narrow thick thin tiny huge giant four five six single couple pair",
    // About pictures, praise and blame, and the product itself, which is given.
    "atmosphere vibe feel feeling effect theme themed setting environment composition ambience ambient shade hue tint ultra hyper super extremely highly slightly softly gently gentle soft photoreal hyperrealistic render rendering rendered octane unreal hdr uhd resolution masterpiece stunning gorgeous amazing perfect good great wonderful low bad poor worst ugly deformed distorted extra advertisement ad poster jar tube package packaging skincare cosmetic",
  ),
);

/** The same. A longer one wins over a shorter one, and over a meaning, that begins where it does. */
export const CHINESE_FILLERS: readonly string[] = words(
  // What a prompt for a product picture says anyway.
  "背景里 背景中 背景 前景 摄影 照片 画面 图片 场景 风格 产品 商品 瓶子 香水 拍摄 高质量 专业 真实 自然 美丽 漂亮 可爱 好看 一个 一些 一片 一束 几朵 几个 许多 旁边 周围 后面 前面 上面 下面 里面 中间 放在 摆放 站在 位于 充满 围绕 以及 还有 一张 大片 盛开 飘落 远处 近处 氛围 感 的 了 在 上 下 里 中 和 与 有 是 着 一 大 小 处 边 朵 片 个 只 旁 把 被 色 光 款 面 天",
  // Words that join others.
  "从 到 对 向 由 及 而 但 并 或 让 使 给 将 以 于 为 也 都 很 非常 十分 十足 极 最 更 较 太 又 再 就 还 之 其 这 那 它 等 们 出 来 去 成 得 地",
  // That something stands or shines somewhere.
  "呈现 展现 展示 形成 营造 营造出 打造 出现 显示 有着 具有 带有 置于 放置 摆 放 置 站 立 坐 躺 铺 铺满 洒 洒在 照 照射 照进 照进来 射 透过 透 穿过 散落 点缀 环绕 布满 长满 挂 挂着 轻轻 静静 缓缓 慢慢",
  // Where, how big and how many.
  "背后 身后 左侧 右侧 左边 右边 两侧 两边 一侧 前方 后方 上方 下方 中央 中心 底部 顶部 表面 台面 地面 墙面 之上 之下 之间 之中 深处 角落 间 外 内 后 前 左 右 高 低 深 浅 长 短 新 两 二 三 四 五 六 七 八 九 十 几 数 多 半 双 些 杯 瓶 块 条 根 张 颗 粒 座 棵 株 串 盏 层 排 组 种",
  // About pictures, and the product itself.
  "光线 照明 色调 色彩 颜色 配色 调 风 主义 设计 效果 质量 低质量 画质 构图 视角 镜头 特写 细节 超清 超高清 广告 海报 电商 主图 物体 东西 物品 元素 整体 多余 环境 空间 意境 情调 瓶身 护肤品 化妆品",
);

export const CHINESE_NEGATORS = ["没有", "不要", "不含", "去掉", "避免", "无"] as const;
export const ENGLISH_NEGATORS = new Set(["no", "not", "without", "avoid", "exclude", "never", "dont", "cannot"]);
