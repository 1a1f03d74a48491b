/** Storybook's manager brings React itself; this is the little of it that the manager's files use. */
declare module 'react' {
  export type ReactNode = string | number | null | undefined | object;
  export function createElement(
    type: unknown,
    props?: Readonly<Record<string, unknown>> | null,
    ...children: ReactNode[]
  ): ReactNode;
  export function useState<T>(initial: T): [T, (value: T) => void];
}
