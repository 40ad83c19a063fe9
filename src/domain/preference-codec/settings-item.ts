import { canonical } from '../canonical';
import { isCounter } from '../counter';
import { isExtra } from '../extra';
import { fieldsOf, fromFields, topicField, topicOfField, type Settings, type SettingsField, type SettingsFields } from '../settings';
import { repairSetting } from '../settings-values';
import { partsOf, withFormat, type PreferenceProblem } from './format';

/** The item of the settings (`preferences.ts` describes the format); undefined when there is nothing to tell. */
export function encodeSettings(settings: Settings): readonly unknown[] | undefined {
  const sorted = [...fieldsOf(settings)].sort(([a], [b]) => (a < b ? -1 : 1));
  const told = sorted.filter(([name, { version, value }]) => version > 0 || (isOther(name) && value !== undefined));
  if (told.length === 0) return undefined;
  const enabled = told.find(([name]) => name === 'enabled');
  const topics = told.flatMap(([name, field]) => (topicOfField(name) === undefined ? [] : [[topicOfField(name)!, signed(field)] as const]));
  const others = told.flatMap(([name, { version, value }]) => (isOther(name) ? [[name, value === undefined ? [version] : [version, canonical(value)]] as const] : []));
  return withFormat([enabled ? signed(enabled[1]) : 0, Object.fromEntries(topics), ...(others.length > 0 ? [Object.fromEntries(others)] : [])]);
}

export interface DecodedSettings {
  readonly settings: Settings | undefined;
  /** `broken` also where only some of it could not be read. */
  readonly problem?: PreferenceProblem;
}

/** What can be read of the item. */
export function decodeSettings(item: unknown): DecodedSettings {
  const parts = partsOf(item);
  if (typeof parts === 'string') return { settings: undefined, problem: parts };
  const [enabled, topics, others = {}, ...more] = parts;
  const read: (readonly [name: string, field: SettingsField | undefined])[] = [
    ['enabled', fromSigned(enabled)],
    ...Object.entries(Object(topics) as object).map(([id, number]) => [topicField(id), fromSigned(number)] as const),
    ...Object.entries(isExtra(others) ? others : {}).map(([name, field]) => [name, isOther(name) ? toField(name, field) : undefined] as const),
  ];
  const fields: SettingsFields = new Map(read.filter((entry): entry is readonly [string, SettingsField] => entry[1] !== undefined));
  const isWhole = fields.size === read.length && isObject(topics) && isExtra(others) && more.length === 0;
  return { settings: fromFields(fields), ...(!isWhole && { problem: 'broken' as const }) };
}

/** Neither the main switch nor a topic. */
function isOther(name: string): boolean {
  return name !== 'enabled' && topicOfField(name) === undefined;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The version, negative when the field is off. */
function signed({ version, value }: SettingsField): number {
  return value === false ? -version : version;
}

function fromSigned(number: unknown): SettingsField | undefined {
  if (typeof number !== 'number' || !isCounter(Math.abs(number))) return undefined;
  return { version: Math.abs(number), value: number >= 0 };
}

function toField(name: string, field: unknown): SettingsField | undefined {
  if (!Array.isArray(field) || field.length > 2 || !isCounter(field[0])) return undefined;
  if (repairSetting(name, field[1]) !== field[1]) return undefined;
  return { version: field[0], value: field[1] as unknown };
}
