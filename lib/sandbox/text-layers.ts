/** Proportions of the one recorded answer, whose pictures are 1024 px wide. */
const RECORDED_WIDTH_PX = 1024;
const TITLE = { top: 25, height: 77, fontSize: 67 };
const SUB_TITLE = { top: 118, height: 50, fontSize: 27, sidePadding: 22 };
/** How much lower than the last line the gradient behind the text ends. */
const MASK_REACH = 1.53;
const DARK = "#521b08";
const LIGHT = "#e6baa7";

/**
 * Where a title and, when there is one, a sub-title would stand on a picture of this width: the `layers` of `text_results.params`,
 * lowest first, in the recorded shape. They are described and not drawn.
 */
export function textLayers(title: string, subTitle: string | undefined, widthPx: number): object[] {
  const scale = widthPx / RECORDED_WIDTH_PX;
  const px = (recorded: number) => Math.round(recorded * scale);
  const centred = (width: number) => ({ left: Math.floor((widthPx - width) / 2), width });
  const text = { type: "text", font_under_line: false, line_height: 1, font_italic: false, alignment: "center" };
  const plain = { opacity: 1, font_line_through: false, direction: "horizontal" };
  const last = subTitle ? SUB_TITLE : TITLE;
  const maskHeight = px((last.top + last.height) * MASK_REACH);

  const titleBox = { top: px(TITLE.top), ...centred(px([...title].length * TITLE.height)), height: px(TITLE.height) };
  const layers = [
    {
      ...mask(DARK, ["00", "ff"], { y1: maskHeight, x1: 0, y2: 0, x2: 0 }),
      ...{ top: 0, left: 0, width: widthPx, height: maskHeight, opacity: 0.8, radius: 0 },
    },
    {
      ...text,
      ...plain,
      ...titleBox,
      ...{
        content: title,
        sub_type: "Title",
        font_color: LIGHT,
        font_weight: "Regular",
        font_size: px(TITLE.fontSize),
      },
      ...{ font_family: "站酷文艺体", text_stroke: "1px #fffffff0", text_shadow: "1px 0px #80808080" },
    },
  ];
  if (!subTitle) return numbered(layers);

  const width = px([...subTitle].length * SUB_TITLE.fontSize + 2 * SUB_TITLE.sidePadding);
  const subTitleBox = { top: px(SUB_TITLE.top), ...centred(width), height: px(SUB_TITLE.height) };
  return numbered([
    ...layers,
    {
      ...mask(LIGHT, ["ff", "ff"], { y1: 0, x1: 0, y2: subTitleBox.height, x2: 0 }),
      ...{ ...subTitleBox, opacity: 1, radius: px(37), box_shadow: "2px 1px #80808080" },
    },
    {
      ...text,
      ...plain,
      ...subTitleBox,
      ...{ content: subTitle, sub_type: "SubTitle", font_color: "#223629", font_weight: "Medium" },
      ...{ font_size: px(SUB_TITLE.fontSize), font_family: "阿里巴巴普惠体", text_shadow: 0 },
    },
  ]);
}

function mask(color: string, alphas: [from: string, to: string], coords: object): object {
  const color_stops = alphas.map((alpha, offset) => ({ offset, color: color + alpha }));
  return { type: "text_mask", color, gradient: { type: "linear", color_stops, gradient_units: "pixels", coords } };
}

function numbered(layers: object[]): object[] {
  return layers.map((layer, idx) => ({ ...layer, idx }));
}
