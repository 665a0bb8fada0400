/** A list of words in groups, each group a text parted by spaces. */
const words = (...groups: readonly string[]) => groups.flatMap((group) => group.split(" "));

/** Words that decide nothing and are therefore not reported as unknown. Good for their plurals and inflections too. */
export const ENGLISH_FILLERS: ReadonlySet<string> = new Set(
  words(
    // What a prompt for a product picture says anyway.
    "a an the of with on in and or at by for to from under over behind before near beside around into its it is are be this that very some several few one two three product bottle can perfume photo photography photograph photorealistic realistic picture image shot scene background front foreground style beautiful cute lovely pretty nice high quality best detail detailed 4k 8k hd professional commercial advertising full big small little large placed standing sitting lying surrounded covered top color colour colored coloured natural nature texture tone lighting",
    // Words that join others.
    "i you we they them their his her my your our who which where when while as if than then so but nor also just only both each all any another other more most less much many lot such too there here these those was were been being has have had having do does did done will would should could may might must let make made making get within inside through across along among amid between beyond above below beneath underneath against toward towards next out up down off away onto upon via about after during like how what",
    // That something stands or lies somewhere; the picture shows where.
    "place put set sit rest resting lie laying located positioned arranged displayed show shown showing feature featuring scattered hanging filled lit covering cover nearby float floating hover levitating stacked stack nestled leaning framed frame casting cast cascading falling flowing rising pouring growing blooming blowing drifting glowing shining gleaming touching holding emerging displaying sprinkled strewn topped draping accented decorated decorating adorned arrangement arranging backed raised elevated centered",
    // Where, how big and how many.
    "left right side center centre middle bottom edge corner distance far close view angle surface area object item thing element long short tall wide narrow thick thin tiny huge giant massive four five six seven eight nine ten single couple pair dozen group row pile half layer layered layout part piece circular round rounded curved flat rectangular oval cylindrical floor ground wall ceiling horizon line shape form level empty open deep",
    // About pictures, and praise.
    "atmosphere vibe feel feeling effect theme themed setting environment composition ambience ambient shade hue tint ultra hyper super extremely highly slightly softly gently gentle soft photoreal hyperrealistic render rendering rendered octane unreal engine blender cinema cycles raytracing hdr uhd resolution masterpiece stunning gorgeous amazing perfect good great wonderful awesome professionally extra advertisement ad poster banner key visual kv hero cinematic film camera lens focal length mm iso aperture exposure canon nikon sony leica hasselblad fujifilm kodak portrait landscape orientation wide angle telephoto eye low close up closeup front shooting captured editorial style catalog catalogue lookbook mockup template packshot ecommerce e commerce shop store online listing main website campaign brand branding branded trending artstation behance pinterest instagram award winning intricate concept creative artistic art aesthetic design designer designed graphic illustration pattern accent modern contemporary current new looking organic simple subtle strong rich balanced harmonious pastel muted tonal saturated unsaturated desaturated dynamic movement motion speed breeze wind windy gust reflectionless ray lightray godray beam glow glowing gloss matte smooth polished glossy transparent textured rough detail finish",
    // The product itself, which is given.
    "jewelry jewellery jar tube package packaging skincare cosmetic serum cream lotion essence toner cleanser moisturizer sunscreen mask makeup lipstick mascara foundation eyeshadow powder shampoo conditioner soap detergent toothpaste toothbrush deodorant body face facial hair nail polish spray fragrance cologne scent scented diffuser drink beverage soda cola juice beer wine whiskey whisky vodka liquor spirit baijiu sake tea tin milk yogurt oil sauce honey jam bread food snack cookie biscuit pop popsicle supplement vitamin pill medicine watch ring necklace earring bracelet bangle sunglasses glasses shoe sneaker boot heel sandal slipper bag handbag purse wallet backpack suitcase luggage belt hat cap scarf shirt dress clothes clothing apparel phone smartphone laptop tablet computer pc headphone earphone earbud speaker keyboard mouse charger console electronics appliance device gadget kettle blender fryer vacuum hairdryer toy stroller baby infant pet laundry household tool flash drive dumbbell racket merchandise goods collection limited edition pack size serving",
    // What most things are or do.
    "dry dried ripe sized sparkle shimmer shiny bare warmish pale saturation ancient classic running leather tinted calm serene tranquil peaceful quiet sports wireless energy handmade electric spilled dropper rim rgb portable organic light hint touch sense mix combination blend contrast combined various different same certain special unique typical authentic own",
  ),
);

/** Products that are called after what they are not: an ice cream is no ice. */
export const ENGLISH_PRODUCTS: ReadonlySet<string> = new Set([
  "ice cream",
  "glass jar",
  "glass bottle",
  "candy bar",
  "coconut water",
  "coconut oil",
]);

/** The same. A longer one wins over a shorter one, and over a meaning, that begins where it does. */
export const CHINESE_FILLERS: readonly string[] = words(
  // What a prompt for a product picture says anyway.
  "背景里 背景中 背景 前景 摄影 照片 画面 图片 场景 风格 产品 商品 瓶子 香水 拍摄 高质量 专业 真实 自然 美丽 漂亮 可爱 好看 一个 一些 一片 一束 几朵 几个 许多 旁边 周围 后面 前面 上面 下面 里面 中间 放在 摆放 站在 位于 充满 围绕 以及 还有 一张 大片 盛开 飘落 远处 近处 氛围 感 的 了 在 上 下 里 中 和 与 有 是 着 一 大 小 处 边 朵 片 个 只 旁 把 被 色 光 款 面 天",
  // Words that join others.
  "从 到 对 向 由 及 而 但 并 或 让 使 给 将 以 于 为 也 都 很 非常 十分 十足 极 最 更 较 太 又 再 就 还 之 其 这 那 它 等 们 出 来 去 成 得 地 如 像 似 般 仿佛 犹如 同时 并且 可以 可 能 会 所 则 某",
  // That something stands, shines or moves somewhere.
  "呈现 展现 展示 形成 营造 营造出 打造 出现 显示 有着 具有 带有 置于 放置 摆 放 置 站 立 坐 躺 铺 铺满 洒 洒在 照 照射 照进 照进来 射 透过 透 穿过 穿透 散落 点缀 环绕 布满 长满 挂 挂着 轻轻 静静 缓缓 慢慢 洒进 洒进来 洒下 洒落 进来 落在 落满 飘 飘浮 漂浮 悬浮 浮 悬挂 堆叠 叠放 堆 排列 陈列 摆满 摆着 放着 点着 点燃 插着 开满 种满 覆盖 笼罩 弥漫 缭绕 闪烁 闪耀 照亮 照耀 映照 映衬 倒映着 反射 拍打 拍打着 流淌 飘扬 绽放 绽开 生长 搭配 配合 衬托 突出 凸显 体现 强调 包围 连绵 交错 交织 腾腾 满地 遍地 满是 满 动 动感 运动 依靠 靠 靠近 露出 滴落 落下 升起 升腾 结合 融合 组成 构成 装饰 作为 采用 使用 需要 适合 用 做 生成 制作",
  // Where, how big and how many.
  "背后 身后 左侧 右侧 左边 右边 两侧 两边 一侧 前方 后方 上方 下方 中央 中心 底部 顶部 表面 台面 台上 桌上 地面 地板 墙面 墙壁 墙 地上 墙上 岸边 岸上 之上 之下 之间 之中 深处 角落 间 外 内 后 前 左 右 高 低 深 浅 长 短 新 两 二 三 四 五 六 七 八 九 十 几 数 多 半 双 些 杯 瓶 块 条 根 张 颗 粒 座 棵 株 串 盏 层 排 组 种 罐 盒 束 滴 缕 抹 丝 件 套 居中 四周 周边 附近 对面 整个 整齐 一角 一旁 圆形 方形 圆 方 椭圆 长方形 弧形 曲线 线条 形状 巨大 细小 单个 成组 满屏 空间感 层次 层次感 立体感 立体 纵深 年 月 日 号 款式 时节 皮革 皮质 真皮",
  // About pictures, and praise.
  "光线 照明 色调 色彩 颜色 配色 色系 调 风 主义 设计 效果 质量 画质 构图 视角 镜头 特写 细节 超清 超高清 广告 海报 电商 主图 物体 东西 物品 元素 整体 环境 空间 意境 情调 图 图像 底图 描述 场景图 广告图 宣传图 产品图 商品图 一支 支 盆 男士 女士 套装 护肤 婚戒 登山鞋 电动 宠物粮 蓝牙 欢乐 静谧 宁静 清雅 安静 脚下 斜照 咖啡机 青团 便携 无线 有机 手工 主视觉 首页 详情页 淘宝 天猫 京东 小红书 商业 商用 商业摄影 产品摄影 静物摄影 电影感 电影 电影级 胶片 大片 大片感 氛围感 光感 通透感 现代 现代感 当代 渲染 写实 逼真 超写实 精细 精美 精细化 美感 美学 艺术 艺术感 创意 概念 视觉 视觉冲击 冲击力 速度 速度感 力量 力量感 现场 飞过 微风 风吹 平视 俯拍 俯视 仰拍 仰视 正面 侧面 正视 广角 长焦 焦距 曝光 相机 单反 佳能 索尼 尼康 徕卡 哈苏 高分辨率 分辨率 杰作 最佳 完美 独特 丰富 统一 和谐 平衡 纹理 质地 材质 哑光 光滑 粗糙 肌理 图案 花纹 波点 条纹 边框 简单 主题 系列 品牌 宣传  自然感 柔 光泽 光泽感 透明 光亮 亮点 低饱和 低饱和度 饱和度 高饱和 色温 明暗 明暗对比 对比 对比度 浮雕 质感",
  // The product itself, which is given.
  "瓶身 护肤品 化妆品 精华 精华液 面霜 乳液 爽肤水 水乳 眼霜 面膜 膜 口红 唇膏 唇釉 粉底 粉底液 气垫 眼影 腮红 睫毛膏 香氛 香精 洗面奶 洁面 防晒 防晒霜 防晒喷雾 身体乳 护手霜 洗发水 洗发 护发素 沐浴露 洗衣液 洗洁精 牙膏 牙刷 香皂 手工皂 饮料 饮料罐 饮品 汽水 可乐 果汁 啤酒 红酒 葡萄酒 白酒 洋酒 威士忌 酒 酒瓶 玻璃瓶 酒水 酱油 咖啡罐 茶叶罐 茶饼 龙井茶 绿茶 红茶 乌龙茶 普洱茶 茶罐 牛奶 酸奶 奶粉 奶粉罐 蜂蜜 橄榄油 食用油 大米 面条 零食 饼干 面包 火锅 雪糕 冰淇淋 冰激凌 保健品 药品 药瓶 手表 腕表 首饰 珠宝 戒指 钻戒 钻石戒指 项链 珍珠项链 耳环 手镯 手链 吊坠 眼镜 墨镜 鞋 鞋子 运动鞋 跑鞋 球鞋 高跟鞋 靴子 包 包包 女包 男包 皮包 手提包 手袋 背包 双肩包 钱包 行李箱 拉杆箱 皮带 帽子 围巾 衣服 服装 连衣裙 裙子 手机 平板 电脑 笔记本电脑 耳机 音箱 智能音箱 音响 键盘 鼠标 充电宝 充电器 游戏机 家电 电器 数码产品 电饭煲 水壶 保温杯 榨汁机 空气炸锅 吹风机 吸尘器 扫地机器人 婴儿车 奶瓶 宠物 猫粮 狗粮 用品 日用品 家居用品 母婴 礼盒装 瓶 袋 包装 包装袋 罐子 罐装 汤圆 玩具 物件 单品 新品 爆款 热卖",
);

/**
 * What no set ever shows: wishes against it are always granted and therefore not reported, wishes for it are. English
 * ones are good for their plurals.
 */
export const NEVER_SHOWN_ENGLISH: ReadonlySet<string> = new Set(
  words(
    "text word letter lettering caption subtitle font typography watermark logo signature trademark copyright label sticker qr code barcode number url username banner timestamp border frame collage",
    "people person human man woman men women girl boy child children kid crowd figure model portrait face hand finger arm leg body limb skin nude nsfw eye mouth animal insect character",
    "blur noise noisy grain grainy jpeg artifact artefact pixelated pixel compression lowres resolution quality low bad poor worst worse ugly deformed deformity distorted distortion disfigured mutated mutation mutant malformed duplicate duplicated cropped crop cut cutoff out cloned clone error glitch glitchy messy cluttered clutter crowded busy dirty stain dust dusty scratch broken crack cracked overexposed underexposed overexposure oversaturated undersaturated saturated oversharpened washed exposed amateur unnatural unrealistic fake artificial plastic cheap tacky boring dull jagged aliasing banding moire chromatic aberration flare extra missing fused floating disconnected asymmetric asymmetrical tilted crooked cartoon anime drawing painting sketch illustration cgi cg comic manga doodle clipart grayscale violence violent blood gore weapon horror",
  ),
);

/** The same. */
export const NEVER_SHOWN_CHINESE: readonly string[] = words(
  "文字 字 字体 字母 字幕 汉字 英文 中文 数字水印 水印 标志 标识 商标 签名 标签 二维码 条形码 条码 边框线 拼图 广告语 标语",
  "人 人物 人像 人脸 人类 人体 人群 行人 模特 男人 女人 女孩 男孩 小孩 儿童 孩子 手 手指 手部 手臂 脸 脸部 肢体 身体 动物 昆虫 虫子 裸体 色情",
  "低质量 低画质 低分辨率 低清 最差质量 劣质 差 噪点 噪声 颗粒 颗粒感 像素化 马赛克 压缩 伪影 失真 畸变 变形 扭曲 畸形 变异 残缺 缺失 多余 多余物体 重复 裁剪 裁切 错误 瑕疵 杂乱 杂物 凌乱 混乱 拥挤 脏 脏污 污渍 灰尘 划痕 破损 裂痕 过曝 曝光过度 曝光不足 欠曝 过饱和 过度饱和 色差 色偏 偏色 锯齿 丑 丑陋 难看 粗劣 不自然 不真实 假 虚假 塑料感 廉价 廉价感 卡通 动漫 漫画 手绘 插画 素描 绘画 油画 血腥 暴力 恐怖分子 断裂 错位 漂浮物 不清晰 不协调 不完整",
);

/** Fruits whose name is a colour before one of `COLORED`: an orange wall has no fruit. */
export const FRUIT_COLORS: Readonly<Record<string, string>> = { orange: "orange", peach: "orange", cherry: "red" };
export const COLORED: ReadonlySet<string> = new Set(
  words(
    "background backdrop wall tone color colour theme hue gradient palette light glow tint setting podium pedestal plinth silk satin velvet fabric paper arch stage surface studio sky sunset lighting platform",
  ),
);

export const CHINESE_NEGATORS = [
  "没有",
  "不要有",
  "不要出现",
  "不要",
  "不需要",
  "不含",
  "不带",
  "不能有",
  "不出现",
  "不想要",
  "去掉",
  "去除",
  "移除",
  "排除",
  "避免",
  "禁止",
  "拒绝",
  "别",
  "勿",
  "没",
  "无",
] as const;
/** Where what is not wanted ends within a clause. */
export const CHINESE_TURNS: readonly string[] = ["但是", "但", "只有", "只要", "而是", "仅有", "却", "要有"];
export const ENGLISH_NEGATORS = new Set(
  words(
    "no not without avoid avoiding exclude excluding remove removing never none minus dont doesnt isnt arent shouldnt cannot cant wont",
  ),
);
export const ENGLISH_TURNS = new Set(
  words("but with on in at under against near beside behind before just only instead"),
);
