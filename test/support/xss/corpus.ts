/** All texts that must not run, each once. Where they come from stands in README.md. */
import blns from './blns.json' with { type: 'json' };
import dompurify from './dompurify.json' with { type: 'json' };
import htmlPurify from './html-purify.json' with { type: 'json' };
import own from './own.json' with { type: 'json' };
import xssFilters from './xss-filters.json' with { type: 'json' };

export const CORPUS: readonly string[] = [
  ...new Set([...dompurify, ...htmlPurify, ...xssFilters, ...blns, ...own]),
];
