import type { projects as source } from "#lib/i18n/messages/en/projects.ts";
import type { Translated } from "#lib/i18n/translated.ts";

export const projects = {
  title: "项目",
  create: "新建项目",
  untitled: "未命名场景",
  more: "{name} 的更多操作",
  remove: "删除",
  removed: "已删除“{name}”",
  showMore: "显示更多项目",
  undo: "撤销",
  removeFailed: "未能删除“{name}”",
  createFailed: "未能新建项目",
  loadFailed: "未能加载项目列表",
  empty: {
    title: "围绕商品搭建场景",
    text: "把抠好的商品放上画板，画出它前后的景物并说明各是什么，然后生成成片。",
  },
  examples: {
    title: "从现成场景开始",
    text: "每个场景都会作为新项目打开，可随意修改。",
    "perfume-sunset": { name: "晚霞中的香水", text: "前景桃花与小狗，背景树叶" },
    "tea-podium": { name: "展台上的茶饮", text: "绿色展台，前景茶叶，晨光" },
    "perfume-marble": { name: "大理石上的香水", text: "明亮房间，前景白色花枝" },
  },
} as const satisfies Translated<typeof source>;
