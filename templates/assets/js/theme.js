// Before first paint: says that scripts run, and applies a stored theme. Classic script, blocking, in <head>.
document.documentElement.dataset.scripts = "";
try {
  const theme = localStorage.getItem("theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {}
