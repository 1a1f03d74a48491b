/** Imports widgets: each once, anew after a failure, and what they need before them. */
import { PREFIX, type WidgetName } from './names.js';

/** Where the modules come from. Each is asked for again after a failure. */
export interface Modules {
  widget(name: WidgetName): Promise<unknown>;
  /** Lit's support for server-sent roots. It has to be there before a widget is defined. */
  hydration(): Promise<unknown>;
}

export interface Importer {
  import(name: WidgetName): Promise<void>;
  /** Imports again what could not be had. */
  retry(): void;
}

/** @param hasServerRoot - Whether a widget on the page came from the server; asked once, before the first import. */
export function importer(modules: Modules, hasServerRoot: () => boolean): Importer {
  const imports = new Map<WidgetName, Promise<void>>();
  const failed = new Set<WidgetName>();
  let readiness: Promise<unknown> | undefined;

  /** What has to be there before the first widget, and so before Lit. Later it would be of no use. */
  const prepare = async (): Promise<void> => {
    // While the page is on its way a server-sent root may still be to come.
    if (document.readyState === 'loading')
      await new Promise((resolve) => {
        document.addEventListener('DOMContentLoaded', resolve);
      });
    if (hasServerRoot()) await modules.hydration();
  };

  const bring = async (name: WidgetName): Promise<void> => {
    if (customElements.get(PREFIX + name)) return;
    await (readiness ??= prepare().catch((error: unknown) => {
      readiness = undefined;
      throw error;
    }));
    await modules.widget(name);
    failed.delete(name);
  };

  const bringOnce = (name: WidgetName): Promise<void> => {
    let bringing = imports.get(name);
    if (!bringing) {
      bringing = bring(name);
      imports.set(name, bringing);
      bringing.catch((error: unknown) => {
        imports.delete(name);
        if (!failed.has(name)) console.error(`<${PREFIX}${name}> not loaded.`, error);
        failed.add(name);
      });
    }
    return bringing;
  };

  return {
    import: bringOnce,
    retry() {
      for (const name of failed) void bringOnce(name);
    },
  };
}
