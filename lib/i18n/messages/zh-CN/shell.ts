import type { shell as source } from "#lib/i18n/messages/en/shell.ts";
import type { Translated } from "#lib/i18n/translated.ts";

export const shell = {
  title: "Backlot",
  description: "商品图背景工作室：围绕抠图主体搭建场景，直接得到成片。",
  close: "关闭",
  cancel: "取消",
  retry: "重试",
  copy: "复制",
  copied: "已复制",
  requestId: "请求编号",
  language: "语言",
  apiReference: "API 参考",
  theme: { label: "外观", system: "跟随系统", light: "浅色", dark: "深色" },
  engine: {
    sandbox: "预览引擎",
    sandboxHint:
      "未设置 API 密钥，图片由本机的小型渲染器绘制，免费且离线。它不是云端模型：它遵循你的构图、光线和它认识的词，不认识的词会在提示词下方列出。云端模型的成片会有所不同。",
    cloud: "云端",
    cloudHint: "图片由 {model} 生成，按张计费。",
  },
  error: {
    title: "页面未能打开",
    home: "返回项目列表",
  },
  notFound: {
    title: "这里没有内容",
    text: "地址不存在，或者它指向的内容已被删除。",
  },
} as const satisfies Translated<typeof source>;
