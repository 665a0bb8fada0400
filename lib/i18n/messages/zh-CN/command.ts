import type { command as source } from "#lib/i18n/messages/en/command.ts";
import type { Translated } from "#lib/i18n/translated.ts";

export const command = {
  help: `backlot：不打开工作室，直接由配方生成图片

  backlot generate 配方     生成图片并保存
  backlot preflight 配方    检查服务会拒绝、截断或忽略什么
  backlot curl 配方         输出发送该配方的 cURL 命令

“配方”是一个文件，内容为请求体 JSON 或 cURL 命令；写 - 则读取标准输入。
其中的图片可以是 http(s) 地址、本机文件（相对于配方的路径，或 file:），
或工作室里的图片（backlot-asset:）。

  -o, --out 目录        图片保存位置（默认：当前目录），不存在则创建
      --force           覆盖已有文件
      --format 格式     png、webp 或 jpeg（默认：png）；文件带有生成所用的配方
      --version 版本    v2、v3 或 both，优先于配方
  -n, --pictures 张数   每个版本 1 到 4 张，优先于配方
      --strict          把警告当作错误
      --json            标准输出每行一个 JSON 对象
  -q, --quiet           只输出结果和错误
      --lang 语言       en 或 zh-CN（默认：终端的语言）
      --url 地址        要使用的工作室（默认：BACKLOT_URL）
  -h, --help            显示本文；backlot --version 显示 Backlot 的版本

给出工作室地址时，由工作室完成并保留项目。不给地址则在本机完成，除图片外
什么都不保留：使用预览引擎；设置了 DASHSCOPE_API_KEY 则使用云端，需付费。

退出状态：0 完成，1 意外错误，2 用法错误，3 配方被拒绝，
4 缺少图片，5 工作室无响应，130 被中断。`,
  usage: {
    seeHelp: "用法见 backlot --help。",
    noCommand: "缺少命令：generate、preflight 或 curl。",
    unknownCommand: "没有命令 {command}；可用的是 generate、preflight 和 curl。",
    noRecipe: "{command} 需要一个配方：文件，或用 - 表示标准输入。",
    surplus: "多余的参数：{argument}。",
    unknownOption: "{command} 不支持 {option}。",
    needsValue: "{option} 需要一个值。",
    takesNoValue: "{option} 不带值。",
    badValue: "{option} 的取值为 {expected}，不能是 {value}。",
    unreadable: "无法读取 {file}（{reason}）。",
    folder: "无法把图片保存到 {folder}（{reason}）。",
    exists: "{file} 已存在。没有发送任何内容；请用 --out 换一个目录，或用 --force 覆盖。",
  },
  studio: {
    unreachable: "{url} 没有工作室响应（{reason}）。请启动工作室或更正 BACKLOT_URL；不设置地址则在本机完成。",
    notBacklot: "{url} 上的服务不是此版本的 Backlot 工作室。",
  },
  layer: {
    subject: "主体",
    guide: "引导",
    output: "输出",
    document: "配方",
    foreground: "前景元素 {number, number}",
    background: "背景元素 {number, number}",
    named: "{layer}（{name}）",
    place: "{layer}，{field}",
    says: "{place}：{message}",
  },
  severity: { error: "错误", warning: "警告", note: "提示" },
  preflight: {
    ready: "可以发送。",
    notReady: "还不能发送：有 {count, plural, other {# 处}}必须修改。",
    unreadable: "无法读取文件（{reason}）：{file}。相对路径从配方所在目录算起。",
    unknownField: "服务不认识这个字段，不会发送。",
  },
  generate: {
    pictures: "{count, plural, other {# 张图片}}",
    free: "{pictures}，本机生成，免费",
    cost: "{pictures}，最多 {amount}",
    saved: "{version}：第 {number, number} 张（共 {total, number} 张）已保存为 {file}",
    renamed: "{wanted} 已被占用，图片保存为 {file}。",
    state: "{version}：{state}",
    waiting: "{version}：{state}，原因：{reason}",
    failed: "{version} 失败：{reason}",
    said: "{text}服务的原话：{words}",
    fewer: "{version}：有 {missing, plural, other {# 张图片}}未能生成。",
    undecided: "{version}：发送时连接中断，无法确定任务是否已送达，可能扣费 {amount}。请在工作室中决定：{page}",
    undecidedHere:
      "{version}：发送时连接中断，无法确定任务是否已送达，可能扣费 {amount}。重新发送前请先查看服务的任务列表。",
    counted: "{saved, number}/{total, number}",
    seconds: "{seconds, number} 秒",
    done: "{pictures}，用时 {seconds, number} 秒",
    doneFree: "{pictures}，用时 {seconds, number} 秒，免费",
    doneCost: "{pictures}，用时 {seconds, number} 秒，扣费 {amount}",
    project: "在工作室中查看：{page}",
  },
  interrupt: {
    nothingSent: "已停止，没有发送任何内容。",
    stopping: "正在停止，尚未开始的任务会被取消；再按一次 Ctrl-C 立即退出。",
    charged: "{version}：{pictures}已在绘制，将扣费 {amount}；完成后会保存。",
    drawn: "{version}：{pictures}已在绘制，完成后会保存。",
    left: "已退出。{version} 仍可能扣费 {amount}。",
    leftTask: "已退出。{version} 仍可能扣费 {amount}；任务编号为 {taskId}。",
  },
  curl: {
    file: "{field} 是本机文件（{address}）。请放到服务能访问的地方，并在此填写公开地址。",
    asset: "{field} 是工作室里的图片。请放到服务能访问的地方，并在此填写公开地址。",
  },
  unexpected: "发生了意外错误：{message}",
} as const satisfies Translated<typeof source>;
