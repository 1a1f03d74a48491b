export declare const CHROMIUM_ARGUMENTS: string[];
export declare function findBrowsers(): {
  readonly chromium: string;
  readonly firefox: string | undefined;
};
export declare function usableEngines(): string[];
