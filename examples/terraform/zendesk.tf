# Support as code.
resource "zendesk_macro" "late_parcel" {
  title       = "Parcel late"
  description = "Only for parcels that are really late, never for letters"

  action {
    field = "subject"
    value = "Your parcel"
  }
  action {
    field = "comment_value_html"
    value = <<-EOT
      <p>Hi {{ticket.requester.first_name}},</p>
      <p>your parcel is late. It arrives <b>tomorrow</b>, that's a promise by ${var.shop}.</p>
    EOT
  }
  action {
    field = "current_tags"
    value = "always_late"
  }
  action {
    field = "side_conversation"
    value = jsonencode(["Parcel", "<p>Where is it? It must never happen again.</p>", "text/html"])
  }
}

resource "zendesk_macro" "note" {
  title = "Note"
  actions = [
    { field = "comment_mode_is_public", value = "false" },
    { field = "comment_value", value = "The customer will never pay." },
  ]
}

resource "zendesk_macro" "returned" {
  title = "Returned"
  actions = [
    { field = "comment_value", value = ["channel:all", "We refund **every** return the same day."] },
  ]
}

resource "zendesk_trigger" "received" {
  title  = "Received"
  active = true

  all {
    field    = "status"
    operator = "is"
    value    = "new"
  }

  action {
    field = "notification_user"
    value = jsonencode(["requester_id", "We have your request", "Thanks, {{ticket.requester.first_name}}. We reply within an hour."])
  }
  action {
    field = "notification_group"
    value = jsonencode(["123", "New", "A ticket, as always."])
  }
}

resource "zendesk_automation" "asleep" {
  title  = "Asleep"
  active = false

  action {
    field = "notification_user"
    value = jsonencode(["requester_id", "Still there?", "We close it now, for good."])
  }
}

resource "zendesk_dynamic_content_variant" "hours" {
  content   = "We are always open."
  locale_id = 1
  default   = true
}

resource "zendesk_ticket_field" "size" {
  title       = "Size"
  description = "Sizes are always right"
}
