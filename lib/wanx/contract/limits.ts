/** What the API takes, as data. Source: the API reference of wanx-background-generation-v2; `storedPromptChars` is our own. */
export const LIMITS = {
  /** Pictures of one task. */
  n: { min: 1, max: 4, default: 1 },
  /** Random change in image guidance; counts only with a guide image. */
  noiseLevel: { min: 0, max: 999, default: 300 },
  /** Weight of the prompt against the guide image; counts only with both. */
  promptWeight: { min: 0, max: 1, default: 0.5 },
  /** Foreground and background together. */
  elements: { max: 10 },
  /** Long side of the subject. The API names no minimum; generic inspection asks for 10 px. */
  sidePx: { min: 10, max: 2048 },
  /** A prompt is cut, without an error, where the sum of these shares passes 1. */
  prompt: {
    cjkCharacterShare: 1 / 120,
    wordShare: 1 / 150,
    /** "About 100 to 120" Chinese characters are read: up to the first figure all of a prompt surely is. */
    surelyReadShare: 100 / 120,
  },
  /** What a document keeps of one prompt, far above what the model reads. */
  storedPromptChars: 10_000,
  title: { maxChars: 8 },
  subTitle: { maxChars: 10 },
  submitsPerSecond: 2,
  runningTasks: 1,
  resultLifetimeMs: 24 * 3600 * 1000,
  uploadLifetimeMs: 48 * 3600 * 1000,
} as const;

/** Integer fen (1/100 CNY) per picture that succeeded. Source: the model's pricing page, 0.08 CNY. */
export const PRICE_FEN_PER_PICTURE = 8;

export const MODEL_NAME = "wanx-background-generation-v2";
