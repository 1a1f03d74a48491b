/** The native controls of a widget's form: reading what a person did, writing what the widget knows. */
import type { FieldValues } from '@puntari/contracts';

import { valueOf, valuesOf } from './field-context.js';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isTickable = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/** What people fill in; hidden inputs are the page's own and keep what the template wrote. */
export function controlsIn(root: ParentNode): Control[] {
  return [
    ...root.querySelectorAll<Control>(
      'input[name]:not([type=hidden]), select[name], textarea[name]',
    ),
  ];
}

/** The controls of one name. Names are compared, not put into a selector: records may have any id. */
export function controlsNamed(root: ParentNode, name: string): Control[] {
  return controlsIn(root).filter((control) => control.name === name);
}

/** What stands in the fields of one name now. */
export function readControls(controls: readonly Control[]): string | string[] {
  const [first] = controls;
  if (!first) return '';
  if (!isTickable(first)) return first.value;
  const ticked = controls
    .filter((control) => isTickable(control) && control.checked)
    .map((control) => control.value);
  return first.type === 'radio' || controls.length === 1 ? (ticked[0] ?? '') : ticked;
}

/**
 * Writes the state into the controls. A value is set only where it differs, or the caret would jump while a person
 * types in the middle of a word.
 */
export function writeControls(root: ParentNode, values: FieldValues, isDisabled: boolean): void {
  for (const control of controlsIn(root)) {
    if (isTickable(control)) {
      const checked = valuesOf(values, control.name).includes(control.value);
      if (control.checked !== checked) control.checked = checked;
    } else {
      const value = valueOf(values, control.name);
      if (control.value !== value) control.value = value;
    }
    control.disabled = isDisabled;
  }
}

/** What a person has changed since it came with the page. */
export function readTouched(root: ParentNode): FieldValues {
  const names = controlsIn(root)
    .filter(wasTouched)
    .map(({ name }) => name);
  return Object.fromEntries(names.map((name) => [name, readControls(controlsNamed(root, name))]));
}

function wasTouched(control: Control): boolean {
  if (isTickable(control)) return control.checked !== control.defaultChecked;
  if (control instanceof HTMLSelectElement) {
    return [...control.options].some((option) => option.selected !== option.defaultSelected);
  }
  return control.value !== control.defaultValue;
}
