import type { findings as source } from "#lib/i18n/messages/en/findings.ts";
import type { Translated } from "#lib/i18n/translated.ts";

export const findings = {
  "subject-missing": "还没有主体，请选择抠好的商品图。",
  "subject-transparent": "主体的每个像素都是透明的，请换一张图片。",
  "subject-opaque": "主体没有透明的部分，无法生成背景。请先把商品抠出来。",
  "subject-no-alpha": "主体没有透明通道，服务会拒绝。请先把商品抠出来。",
  "subject-outside": "主体在画板之外。",
  "subject-cropped": "画板裁掉了主体的 {percent} %。",
  "subject-enlarged": "主体放大到了 {percent} %，会显得模糊。",
  "subject-translucent": "主体有大片半透明区域，背景会透出来。",
  "elements-too-many": "有 {count} 个可见元素，服务最多接受 {max} 个。",
  "element-outside": "这个元素在画板之外，看不到。",
  "element-transparent": "这个元素的每个像素都是透明的。",
  "element-opaque": "这个元素没有透明的部分，会盖住后面的一切。",
  "element-not-edge": "这张图片不是边缘图；服务跟随的是线条，而不是照片。",
  "element-hidden": "这个元素已隐藏，不会发送。",
  "guide-missing": "请填写提示词或添加引导图，服务至少需要其中之一。",
  "prompt-cut": "提示词已达可读长度的 {percent} %，最后 {characters} 个字符会被忽略。",
  "noise-level-inert": "已设置自由度，但有引导图时才起作用。",
  "prompt-weight-inert": "已设置提示词与引导图的比重，但两者都有时才起作用。",
  "versions-repeated": "同一个版本选了两次。",
} as const satisfies Translated<typeof source>;
