import type { desk as source } from "#lib/i18n/messages/en/desk.ts";
import type { Translated } from "#lib/i18n/translated.ts";

export const desk = {
  title: "对比",
  close: "返回工作室",
  mode: "查看方式",
  modes: { side: "并排", slider: "滑动对比", flip: "按住切换" },
  single: "只有一张图片；生成两张以上即可对比。",
  zoomIn: "放大",
  zoomOut: "缩小",
  fit: "适应窗口",
  actualSize: "100%",
  zoom: "缩放 {percent}",
  previous: "上一张 {version} 图片",
  next: "下一张 {version} 图片",
  position: "第 {number, number} 张，共 {total, number} 张",
  downloadPicture: "下载 {version} 图片 {number, number}，或查看其配方",
  picture: "{version} 第 {number, number} 张",
  noPictures: "这次生成没有图片。",
  stillWorking: "{version}：{state}",
  divider: "{left} 与 {right} 的分界线",
  flipHint: "按住空格键或此处查看 {version}",
  shown: "当前显示 {version}",
  viewport: "图片共用同一缩放；方向键移动，加减键缩放，0 适应窗口，1 显示实际像素",
  seconds: "{seconds, number} 秒",
} as const satisfies Translated<typeof source>;
