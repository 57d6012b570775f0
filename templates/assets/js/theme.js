// Applies a stored theme before first paint. Classic script, blocking, in <head>.
try {
  const theme = localStorage.getItem("theme");
  if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
} catch {}
