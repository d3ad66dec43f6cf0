import { useId } from 'preact/hooks';
import { visible } from './visible.ts';

interface Field {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

type Target = { readonly currentTarget: { readonly value: string } };

/** One of some values. */
export const Choice = ({
  label,
  value,
  onChange,
  options,
}: Field & { readonly options: readonly (readonly [value: string, text: string])[] }) => (
  <label class="field">
    <span>{label}</span>
    <select value={value} onChange={({ currentTarget }: Target) => onChange(currentTarget.value)}>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {visible(text)}
        </option>
      ))}
    </select>
  </label>
);

/** A line, or with `rows` several. */
export const Entry = ({
  label,
  value,
  onChange,
  rows = 1,
  hint,
  inputMode = 'text',
}: Field & {
  readonly rows?: number;
  readonly hint?: string;
  readonly inputMode?: 'text' | 'numeric';
}) => {
  const id = useId();
  const shared = {
    id,
    value,
    spellcheck: false,
    autocomplete: 'off' as const,
    onInput: ({ currentTarget }: Target) => onChange(currentTarget.value),
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows > 1 ? (
        <textarea {...shared} rows={rows} />
      ) : (
        <input {...shared} inputMode={inputMode} />
      )}
      {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
};
