/* surmise-presentation.c – one picture and what a model sees in it, for a whole room
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-presentation.h"

#include <glib/gi18n.h>
#include <math.h>

#include "surmise-picture-view.h"
#include "surmise-presentation-answer.h"

/* Pointer and buttons go when the pointer has rested so long. */
#define REST_SECONDS    3
/* Of the height or the width, whichever is less. */
#define MARGIN_SHARE    0.045
/* Of the width, beside each other; of the height, one below the other. */
#define WIDE_PICTURE    0.55
#define TALL_PICTURE    0.48

/**
 * SurmisePresentation:
 *
 * Picture and answer alone, as large as the room they are given. It follows whatever is selected, so a picture that is
 * dropped on it takes the place of the one before. The few buttons come with the pointer and go with it.
 */
struct _SurmisePresentation
{
  GtkWidget                  parent_instance;

  SurmisePictureView        *view;
  SurmisePresentationAnswer *answer;
  GtkRevealer               *controls;
  GtkLabel                  *place;

  GtkSingleSelection        *pictures;  /* (owned): of SurmisePicture */
  double                     threshold; /* 0–1 */
  double                     x, y;      /* where the pointer was */
  guint                      rest_id;
};

G_DEFINE_FINAL_TYPE (SurmisePresentation, surmise_presentation, GTK_TYPE_WIDGET)

typedef enum {
  PROP_THRESHOLD = 1,
} SurmisePresentationProperty;

#define N_PROPS (PROP_THRESHOLD + 1)

static GParamSpec *properties[N_PROPS];
static guint closed_signal;

static void
update_place (SurmisePresentation *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  guint i = gtk_single_selection_get_selected (self->pictures);
  g_autofree char *text = NULL;

  /* Translators: which picture of how many. */
  text = g_strdup_printf (_("%u of %u"), i + 1, n);
  gtk_label_set_label (self->place, text);
  gtk_widget_set_visible (GTK_WIDGET (self->place), n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.previous", n > 1 && i > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "presentation.next", n > 1 && i + 1 < n);
}

static gboolean
on_rest (gpointer user_data)
{
  SurmisePresentation *self = user_data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));

  self->rest_id = 0;
  /* Whoever goes through the buttons by keyboard still needs them. */
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->controls)))
    return G_SOURCE_REMOVE;

  gtk_revealer_set_reveal_child (self->controls, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");

  return G_SOURCE_REMOVE;
}

static void
wake (SurmisePresentation *self)
{
  gtk_revealer_set_reveal_child (self->controls, TRUE);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_seconds (REST_SECONDS, on_rest, self);
}

static void
on_selected (SurmisePresentation *self)
{
  SurmisePicture *picture = gtk_single_selection_get_selected_item (self->pictures);

  surmise_picture_view_set_picture (self->view, picture);
  gtk_widget_set_visible (GTK_WIDGET (self->view), picture != NULL);
  surmise_presentation_answer_set_picture (self->answer, picture);
  update_place (self);
  /* For a moment it is said which one this is. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    wake (self);
}

static void
on_motion (SurmisePresentation *self,
           double               x,
           double               y)
{
  /* What appears under a resting pointer makes it move as well. */
  if (fabs (x - self->x) + fabs (y - self->y) < 1)
    return;

  self->x = x;
  self->y = y;
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  wake (self);
}

static gboolean
on_key (SurmisePresentation *self,
        guint                keyval)
{
  guint duration = gtk_revealer_get_transition_duration (self->controls);

  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    {
      /* The buttons must be there to be gone to, and not in a moment. */
      gtk_revealer_set_transition_duration (self->controls, 0);
      wake (self);
      gtk_revealer_set_transition_duration (self->controls, duration);
    }

  return GDK_EVENT_PROPAGATE;
}

static void
go (GtkWidget  *widget,
    const char *action,
    GVariant   *parameter)
{
  SurmisePresentation *self = SURMISE_PRESENTATION (widget);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  guint i = gtk_single_selection_get_selected (self->pictures);

  if (g_str_equal (action, "presentation.next") && i + 1 < n)
    gtk_single_selection_set_selected (self->pictures, i + 1);
  else if (g_str_equal (action, "presentation.previous") && i > 0)
    gtk_single_selection_set_selected (self->pictures, i - 1);
}

static void
on_close (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  g_signal_emit (widget, closed_signal, 0);
}

static gboolean
on_arrow (GtkWidget *widget,
          GVariant  *forward,
          gpointer   user_data)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  gtk_widget_activate_action (widget,
                              g_variant_get_boolean (forward) != rtl ? "presentation.next" : "presentation.previous",
                              NULL);

  /* At either end, too: nothing else may take the focus away. */
  return GDK_EVENT_STOP;
}

static void
allocate (GtkWidget     *child,
          GtkAllocation  area)
{
  if (!gtk_widget_should_layout (child))
    return;

  /* A child must have been measured; here, what it wants does not count. */
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &area, -1);
}

static void
surmise_presentation_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  SurmisePresentation *self = SURMISE_PRESENTATION (widget);
  gboolean wide = width > height;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int margin = MAX (12, (int) (MIN (width, height) * MARGIN_SHARE));
  GtkAllocation picture = { margin, margin, MAX (1, width - 2 * margin), MAX (1, height - 2 * margin) };
  GtkAllocation answer = picture;
  GtkRequisition controls;

  if (gtk_widget_get_visible (GTK_WIDGET (self->view)) && wide)
    {
      picture.width = MAX (1, (int) (width * WIDE_PICTURE) - margin);
      answer.x = picture.x + picture.width + margin;
      answer.width = MAX (1, width - answer.x - margin);
      if (rtl)
        {
          picture.x = width - margin - picture.width;
          answer.x = margin;
        }
    }
  else if (gtk_widget_get_visible (GTK_WIDGET (self->view)))
    {
      picture.height = MAX (1, (int) (height * TALL_PICTURE) - margin);
      answer.y = picture.y + picture.height + margin;
      answer.height = MAX (1, height - answer.y - margin);
    }
  else
    {
      answer.x += width / 6;
      answer.width = MAX (1, width - 2 * answer.x);
    }

  allocate (GTK_WIDGET (self->view), picture);
  allocate (GTK_WIDGET (self->answer), answer);
  gtk_widget_get_preferred_size (GTK_WIDGET (self->controls), NULL, &controls);
  allocate (GTK_WIDGET (self->controls),
            (GtkAllocation) { rtl ? 0 : width - controls.width, 0, controls.width, controls.height });
}

static void
surmise_presentation_map (GtkWidget *widget)
{
  SurmisePresentation *self = SURMISE_PRESENTATION (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (surmise_presentation_parent_class)->map (widget);

  surmise_presentation_answer_begin (self->answer);
  /* In a window that is not shown yet, a focus would keep the window's own shortcuts from working. */
  if (gtk_widget_get_mapped (root))
    gtk_widget_grab_focus (widget);
  wake (self);
}

static void
surmise_presentation_unmap (GtkWidget *widget)
{
  SurmisePresentation *self = SURMISE_PRESENTATION (widget);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_set_cursor (widget, NULL);

  GTK_WIDGET_CLASS (surmise_presentation_parent_class)->unmap (widget);
}

static void
surmise_presentation_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SurmisePresentation *self = SURMISE_PRESENTATION (object);

  switch ((SurmisePresentationProperty) prop_id)
    {
    case PROP_THRESHOLD:
      g_value_set_double (value, self->threshold);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_presentation_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  SurmisePresentation *self = SURMISE_PRESENTATION (object);

  switch ((SurmisePresentationProperty) prop_id)
    {
    case PROP_THRESHOLD:
      if (g_value_get_double (value) == self->threshold)
        return;
      self->threshold = g_value_get_double (value);
      surmise_presentation_answer_set_threshold (self->answer, self->threshold);
      g_object_notify_by_pspec (object, pspec);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_presentation_dispose (GObject *object)
{
  SurmisePresentation *self = SURMISE_PRESENTATION (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_PRESENTATION);
  g_clear_object (&self->pictures);

  G_OBJECT_CLASS (surmise_presentation_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_Page_Down, "presentation.next" },
    { GDK_KEY_KP_Page_Down, "presentation.next" },
    { GDK_KEY_space, "presentation.next" },
    { GDK_KEY_Page_Up, "presentation.previous" },
    { GDK_KEY_KP_Page_Up, "presentation.previous" },
    { GDK_KEY_BackSpace, "presentation.previous" },
    { GDK_KEY_Escape, "presentation.close" },
    { GDK_KEY_F11, "presentation.close" },
  };
  static const struct { guint key; gboolean forward; } arrows[] = {
    { GDK_KEY_Right, TRUE }, { GDK_KEY_KP_Right, TRUE }, { GDK_KEY_Left, FALSE }, { GDK_KEY_KP_Left, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, on_arrow, "b", arrows[i].forward);
}

static void
surmise_presentation_class_init (SurmisePresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_presentation_dispose;
  object_class->get_property = surmise_presentation_get_property;
  object_class->set_property = surmise_presentation_set_property;
  widget_class->map = surmise_presentation_map;
  widget_class->unmap = surmise_presentation_unmap;
  widget_class->size_allocate = surmise_presentation_size_allocate;

  properties[PROP_THRESHOLD] = g_param_spec_double ("threshold", NULL, NULL, 0, 1, 0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  closed_signal = g_signal_new ("closed", SURMISE_TYPE_PRESENTATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "presentation");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-presentation.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmisePresentation, view);
  gtk_widget_class_bind_template_child (widget_class, SurmisePresentation, answer);
  gtk_widget_class_bind_template_child (widget_class, SurmisePresentation, controls);
  gtk_widget_class_bind_template_child (widget_class, SurmisePresentation, place);
  gtk_widget_class_install_action (widget_class, "presentation.next", NULL, go);
  gtk_widget_class_install_action (widget_class, "presentation.previous", NULL, go);
  gtk_widget_class_install_action (widget_class, "presentation.close", NULL, on_close);
  add_keys (widget_class);
  g_type_ensure (SURMISE_TYPE_PICTURE_VIEW);
  g_type_ensure (SURMISE_TYPE_PRESENTATION_ANSWER);
}

static void
surmise_presentation_init (SurmisePresentation *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *touch = gtk_gesture_click_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_object_bind_property (self, "threshold", self->view, "threshold", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  /* A finger moves no pointer. */
  g_signal_connect_swapped (touch, "pressed", G_CALLBACK (wake), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (touch));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * surmise_presentation_new:
 * @pictures: of #SurmisePicture; the selected one is shown, and the keys select another
 *
 * Returns: (transfer floating): the presentation
 */
GtkWidget *
surmise_presentation_new (GtkSingleSelection *pictures)
{
  SurmisePresentation *self;

  g_return_val_if_fail (GTK_IS_SINGLE_SELECTION (pictures), NULL);

  self = g_object_new (SURMISE_TYPE_PRESENTATION, NULL);
  self->pictures = g_object_ref (pictures);
  g_signal_connect_object (pictures, "notify::selected-item", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pictures, "items-changed", G_CALLBACK (update_place), self, G_CONNECT_SWAPPED);
  on_selected (self);

  return GTK_WIDGET (self);
}
