/** In the order in which they pose as each other: Edge says that it is Chrome, and Chrome that it is Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems = [
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Android/, 'android'],
  [/Windows/, 'windows'],
  [/CrOS/, 'chromeos'],
  [/Mac OS X|Macintosh/, 'mac'],
  [/Linux/, 'linux'],
] as const;

export interface BrowserName {
  /** As its makers call it; null: one that we do not know. */
  readonly browser: string | null;
  readonly system: (typeof systems)[number][1] | null;
}

/** From what it says of itself, only to tell one's own apart. */
export function browserName(userAgent: string | null): BrowserName {
  const said = userAgent ?? '';
  return {
    browser: browsers.find(([sign]) => sign.test(said))?.[1] ?? null,
    system: systems.find(([sign]) => sign.test(said))?.[1] ?? null,
  };
}
