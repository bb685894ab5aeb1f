/** Fonts of a drawing: the served font, then what a system has for other scripts. */
export const fontFamily =
  "Inter,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";
