// Turns content files into what the forms of a CMS can edit, and back.
//
// Every scalar is read and written as text, as seasontracker reads it: a title 1923, a day and a
// country NO stay what they are. What `shapes.js` does not know is kept as it stands.

const scalars = { schema: jsyaml.FAILSAFE_SCHEMA };
const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\n)?---[ \t]*(?:\r?\n|$)([\s\S]*)$/;
const yes = /^\s*(true|yes)\s*$/i;

const isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" ||
  (Array.isArray(value) ? value.length === 0 : isMapping(value) && !Object.keys(value).length);

// What a file says -> what a form shows.
function shown(value, shape) {
  if (value === null || !shape) return value;
  if (shape === "flag") return yes.test(value);
  if (shape === "picture") return `/${value}`; // where a CMS looks for what was uploaded
  if (shape === "number") return /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  if ("list" in shape) {
    return (Array.isArray(value) ? value : [value]).map((one) => shown(one, shape.list));
  }
  if ("register" in shape) {
    return Object.entries(value).map(([id, one]) => ({ id, ...shown(one ?? {}, shape.register) }));
  }
  if (!isMapping(value)) return shape.bare ? { [shape.bare]: value } : value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, shown(one, shape.keys[key])]),
  );
}

// What a form holds -> what a file says. Fields that were left empty are not written.
function written(value, shape) {
  if (Array.isArray(value)) {
    if (shape && "register" in shape) {
      const ids = value.map((one) => one.id);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      if (twice !== undefined) throw new Error(`The id ${twice} is there twice`);
      return Object.fromEntries(
        value.map(({ id, ...rest }) => [id, written(rest, shape.register)]),
      );
    }
    return value.map((one) => written(one, shape?.list)).filter((one) => !isEmpty(one));
  }
  if (isEmpty(value)) return undefined;
  if (shape === "picture") return value.replace(/^\//, "");
  if (!isMapping(value)) return String(value);
  const said = Object.entries(value)
    .filter(([key, one]) => !(key in (shape?.flags ?? {})) || one !== shape.flags[key])
    .map(([key, one]) => [key, written(one, shape?.keys?.[key])])
    .filter(([, one]) => !isEmpty(one));
  return Object.fromEntries(said);
}

const yamlOf = (value) =>
  isEmpty(value) ? "" : jsyaml.dump(value, { ...scalars, lineWidth: 100, noRefs: true });

for (const [name, { extension, shape }] of Object.entries(window.contentShapes)) {
  const isWhole = !("keys" in shape);
  CMS.registerCustomFormat(name, extension, {
    fromFile(text) {
      if (extension === "md") {
        const [, head, body] = frontMatter.exec(text) ?? [null, "", text];
        return { ...shown(jsyaml.load(head ?? "", scalars) ?? {}, shape), body };
      }
      const value = jsyaml.load(text, scalars) ?? (isWhole && "list" in shape ? [] : {});
      return isWhole ? { entries: shown(value, shape) } : shown(value, shape);
    },
    toFile(values) {
      if (extension === "md") {
        const { body, ...head } = values;
        return `---\n${yamlOf(written(head, shape))}---\n${body ?? ""}`;
      }
      return yamlOf(isWhole ? written(values.entries ?? [], shape) : written(values, shape));
    },
  });
}

CMS.init();
