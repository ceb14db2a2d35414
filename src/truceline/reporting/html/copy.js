document.addEventListener("copy", function (event) {
  var chosen = document.getSelection(), words = document.body.dataset.machine, text = String(chosen);
  if (!text || text.indexOf(words) === 0) return;
  var readings = document.querySelectorAll("[data-review=proposed]");
  for (var i = 0; i < readings.length; i++) {
    if (chosen.containsNode(readings[i], true)) {
      event.clipboardData.setData("text/plain", words + " " + text);
      event.preventDefault();
      return;
    }
  }
});
