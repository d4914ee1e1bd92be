// Opens the sealed page: the passphrase goes from the field to the cipher and nowhere else.
(() => {
  "use strict";
  const at = (id) => document.getElementById(id);
  const form = at("form"), field = at("passphrase"), show = at("show"), wrong = at("wrong"), progress = at("progress");
  const WRONG = "This passphrase does not open the page. Look at capitals, spaces and signs, and try again.";
  const FAILED = "The page cannot be opened here: the file may be damaged, or this device may have too little memory. " +
    "Get the file again, or open it on a computer.";
  let busy = false;

  // The cipher keeps the browser from drawing: what is said must stand on the screen before.
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));

  const opened = (passphrase) => {
    const decrypter = new age.Decrypter();
    decrypter.addPassphrase(passphrase);
    return decrypter.decrypt(age.armor.decode(at("sealed").textContent), "text");
  };

  // The same address, so that anchors work and a reload asks again; nothing is added to the history.
  const become = (page) => {
    document.open();
    document.write(page);
    document.close();
  };

  const refuse = (error) => {
    wrong.textContent = /no identity matched/.test(error.message) ? WRONG : FAILED;
    field.setAttribute("aria-invalid", "true");
    field.focus();
    field.select();
  };

  const open = async () => {
    wrong.textContent = "";
    field.removeAttribute("aria-invalid");
    progress.textContent = "Opening. This takes some seconds.";
    await drawn();
    try {
      become(await opened(field.value.trim().normalize("NFC"))); // as `vecina build` takes it
    } catch (error) {
      progress.textContent = "";
      refuse(error);
    }
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    await open();
    busy = false;
  });

  show.addEventListener("click", () => {
    const visible = field.type === "password";
    field.type = visible ? "text" : "password";
    show.setAttribute("aria-pressed", String(visible));
  });

  form.hidden = false;
  field.focus();
})();
