/** The engine of IBM's accessibility checker: it finds what axe does not, and the other way round. */

interface Result {
  readonly ruleId: string;
  readonly message: string;
  readonly snippet: string;
  readonly value: readonly [level: string, verdict: string];
  readonly path: { readonly dom: string };
}

interface Engine {
  Checker: new () => {
    check: (root: Node, policies: readonly string[]) => Promise<{ results: Result[] }>;
  };
}

const SOURCE = '/node_modules/accessibility-checker-engine/ace.js';

/** Found wrong here on markup that is right: false alarms of the engine. */
const FALSE_ALARMS = new Set([
  'input_label_visible',
  'input_fields_grouped',
  'form_submit_button_exists',
  'style_highcontrast_visible',
]);

/** About whole pages; the page around a widget under test is bare. */
const PAGE_RULES = new Set([
  'page_title_exists',
  'page_title_valid',
  'html_skipnav_exists',
  'skip_main_exists',
  'skip_main_described',
  'aria_content_in_landmark',
]);

let loading: Promise<Engine> | undefined;

/** A classic script: as a module it would keep its only name to itself. */
function loadEngine(): Promise<Engine> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SOURCE;
    script.onload = () => {
      resolve((globalThis as unknown as { ace: Engine }).ace);
    };
    script.onerror = () => {
      reject(new Error(`Could not load ${SOURCE}.`));
    };
    document.head.append(script);
  });
  return loading;
}

/** Every certain violation that the engine finds in an element. */
export async function ibmProblems(
  element: Element,
  { without = [] }: { readonly without?: readonly string[] } = {},
): Promise<string[]> {
  const engine = await loadEngine();
  const { results } = await new engine.Checker().check(element, ['WCAG_2_2']);
  return results
    .filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
    .filter(({ ruleId }) => !FALSE_ALARMS.has(ruleId) && !PAGE_RULES.has(ruleId))
    .filter(({ ruleId }) => !without.includes(ruleId))
    .map(
      ({ ruleId, message, path, snippet }) =>
        `ibm: ${ruleId}: ${message}\n    ${path.dom}\n    ${snippet}`,
    );
}

/** Fails the test when the engine finds anything. */
export async function expectIbm(element: Element): Promise<void> {
  const problems = await ibmProblems(element);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
