# The speakers of an edition, in the console.

console-speakers = Speakers
speakers-search = Names, organisations, addresses
speakers-none = Nobody found
speakers-none-text = Speakers stand here as soon as you add one or somebody begins a submission.
speakers-order = They stand on the programme in this order.
speakers-mail = Mails go to
speakers-nowhere = No address is known
speakers-send = Send the link
speakers-biography = Who this is
speakers-act = Save
done-link-sent = The link is on its way.
speakers-times = When they can come
speakers-times-text = Whoever is put on stage at another time shows up among the clashes. Leave it empty where nothing is known.
